package dev.cultivar.maven;

import dev.cultivar.report.HumanConsistencyFile;
import dev.cultivar.results.ResultsException;
import dev.cultivar.survey.Catalogue;
import dev.cultivar.survey.microdata.CodingRule;
import dev.cultivar.survey.microdata.ImportedPopulations;
import dev.cultivar.survey.microdata.ImportedPopulationsWriter;
import dev.cultivar.survey.microdata.MicrodataException;
import dev.cultivar.survey.microdata.MicrodataImport;
import java.io.File;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Turns the Joint EVS/WVS 2017-2022 microdata, which a user downloads, into a population table. Needs no project. */
@Mojo(name = "ground-truth", requiresProject = false, threadSafe = true)
public class GroundTruthMojo extends AbstractMojo {

    /** The microdata as CSV. */
    @Parameter(property = "cultivar.microdata", required = true)
    private @Nullable File microdata;

    /** A further column whose values are groups. */
    @Parameter(property = "cultivar.groupBy")
    private @Nullable String groupBy;

    /** What becomes of neutral codes: {@code published} counts them as not in favour, {@code drop-neutral} leaves them out. */
    @Parameter(property = "cultivar.coding", defaultValue = "published")
    private @Nullable String coding;

    /** Folder of the table. */
    @Parameter(property = "cultivar.output", defaultValue = "cultivar-populations")
    private @Nullable File output;

    @Override
    public void execute() throws MojoExecutionException {
        if (microdata == null || output == null) {
            throw new MojoExecutionException("Name the microdata: -Dcultivar.microdata=FILE.csv");
        }
        try {
            ImportedPopulations imported =
                    MicrodataImport.read(microdata.toPath(), Catalogue.builtIn(), rule(), Optional.ofNullable(groupBy));
            ImportedPopulationsWriter.write(imported, output.toPath());
            HumanConsistencyFile.write(imported, output.toPath());
            getLog().info(imported.respondents() + " respondents, "
                    + imported.figures().size() + " figures, "
                    + imported.dropped().size() + " dropped; see " + output + ".");
            getLog().info("Cite: " + ImportedPopulations.CITATION);
        } catch (MicrodataException | ResultsException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private CodingRule rule() throws MojoExecutionException {
        if ("published".equals(coding)) {
            return CodingRule.PUBLISHED;
        }
        if ("drop-neutral".equals(coding)) {
            return CodingRule.DROP_NEUTRAL;
        }
        throw new MojoExecutionException("cultivar.coding is '" + coding + "'; it must be published or drop-neutral.");
    }
}
