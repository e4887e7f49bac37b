package dev.cultivar.maven;

import dev.cultivar.report.HumanConsistencyFile;
import dev.cultivar.report.words.Warnings;
import dev.cultivar.results.ResultsException;
import dev.cultivar.survey.Catalogue;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.SurveyException;
import dev.cultivar.survey.microdata.CodingRule;
import dev.cultivar.survey.microdata.ImportedPopulations;
import dev.cultivar.survey.microdata.ImportedPopulationsWriter;
import dev.cultivar.survey.microdata.MicrodataException;
import dev.cultivar.survey.microdata.MicrodataImport;
import dev.cultivar.survey.microdata.MicrodataOptions;
import dev.cultivar.text.PlainText;
import java.io.File;
import java.nio.charset.Charset;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Turns microdata of the European Values Study and the World Values Survey, which you download, into a population table. Needs no
 * project. Reads the Joint EVS/WVS 2017-2022 file (versions 4 and 5), the file of WVS wave 7, and the last waves of a trend file.
 * The data may be used for non-profit purposes only, must be cited, and its files may not be passed on.
 */
@Mojo(name = "ground-truth", requiresProject = false, threadSafe = true)
public class GroundTruthMojo extends AbstractPlainMojo {

    /** The microdata: CSV (commas, semicolons or tabs) with codes, not value labels. */
    @Parameter(property = "cultivar.microdata", required = true)
    @Nullable
    File microdata;

    /** Character encoding of the microdata, for example {@code ISO-8859-1}. */
    @Parameter(property = "cultivar.encoding", defaultValue = "UTF-8")
    @Nullable
    String encoding;

    /** Your own catalogue, keyed by the survey's question names. Only its topics are read; without it, the built-in ones. */
    @Parameter(property = "cultivar.catalogue")
    @Nullable
    File catalogue;

    /** Whether to read the built-in topics as well as those of your own catalogue. */
    @Parameter(property = "cultivar.allTopics", defaultValue = "false")
    boolean allTopics;

    /** A further column; each of its values becomes a population of its own. None by default. */
    @Parameter(property = "cultivar.groupBy")
    @Nullable
    String groupBy;

    /** What to do with neutral codes: {@code published} counts them as not in favour, {@code drop-neutral} leaves them out. */
    @Parameter(property = "cultivar.coding", defaultValue = "published")
    @Nullable
    String coding;

    /** Folder for the population table. */
    @Parameter(property = "cultivar.output", defaultValue = "cultivar-populations")
    @Nullable
    File output;

    @Override
    public void execute() throws MojoExecutionException {
        if (microdata == null || output == null) {
            throw new MojoExecutionException("Name the microdata: -Dcultivar.microdata=FILE.csv");
        }
        try {
            Catalogue topics = Catalogue.of(Optional.ofNullable(catalogue).map(File::toPath));
            ImportedPopulations imported = MicrodataImport.read(
                    microdata.toPath(),
                    allTopics ? topics : topics.own(),
                    new MicrodataOptions(charset(), rule(), Optional.ofNullable(groupBy)));
            ImportedPopulationsWriter.write(imported, output.toPath());
            HumanConsistencyFile.write(imported, output.toPath());
            getLog().info(imported.respondents() + " respondents, "
                    + imported.figures().size() + " figures, "
                    + imported.dropped().size() + " dropped; see " + output + ".");
            String replaced = Warnings.replaced(imported.replaced(PopulationTable.builtIn()));
            if (!replaced.isEmpty()) {
                getLog().warn(replaced);
            }
            getLog().info("Cite: " + imported.citation());
            getLog().info(ImportedPopulations.TERMS);
        } catch (MicrodataException | SurveyException | ResultsException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private Charset charset() throws MojoExecutionException {
        String name = String.valueOf(encoding).replaceFirst("(?i)^latin-", "latin");
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(
                    "cultivar.encoding is '" + PlainText.line(name, 60)
                            + "', which is not a character set; use for example UTF-8, ISO-8859-1 or windows-1252.",
                    e);
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
