package dev.cultivar.maven;

import dev.cultivar.analysis.scores.AnalysisResult;
import dev.cultivar.analysis.scores.ScoresAnalysis;
import dev.cultivar.analysis.scores.ScoresException;
import dev.cultivar.analysis.scores.ScoresRequest;
import dev.cultivar.report.AnalysisReport;
import dev.cultivar.results.ResultsException;
import dev.cultivar.settings.Settings;
import dev.cultivar.settings.SettingsException;
import dev.cultivar.survey.PopulationSource;
import dev.cultivar.survey.SurveyException;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Computes every statistic and both regressions from your own scores. Makes no calls and needs no project. */
@Mojo(name = "analyse", requiresProject = false, threadSafe = true)
public class AnalyseMojo extends AbstractPlainMojo {

    /**
     * Required. The scores: CSV (commas, semicolons or tabs) with the columns {@code model,family,language,topic,polarity}, one row per
     * response; polarity in [0,1].
     */
    @Parameter(property = "cultivar.scores")
    @Nullable
    File scores;

    /** CSV with the columns {@code model,language,capability}. Without it, the capability regression (Eq. 3) is left out. */
    @Parameter(property = "cultivar.capability")
    @Nullable
    File capability;

    /** Your own population table, added to the built-in one. */
    @Parameter(property = "cultivar.populations")
    @Nullable
    File populations;

    /** Whether your own population table replaces the built-in one instead of adding to it. */
    @Parameter(property = "cultivar.populations.replace", defaultValue = "false")
    boolean replacePopulations;

    /** How intervals are computed: {@code robust}, by a jackknife of responses or a bootstrap of topics, or {@code published}, as in the paper. */
    @Parameter(property = "cultivar.method", defaultValue = "robust")
    String method = "robust";

    /** Bootstrap rounds, at least 100. By default 2000 for {@code robust} and 100 for {@code published}. */
    @Parameter(property = "cultivar.rounds")
    @Nullable
    Integer rounds;

    /** Seed of the bootstrap; 1 by default. */
    @Parameter(property = "cultivar.seed")
    @Nullable
    Long seed;

    /** Level of the intervals, in (0,1); 0.95 by default. */
    @Parameter(property = "cultivar.confidence")
    @Nullable
    Double confidence;

    /** What self-consistency is divided by, in (0,1]; 0.955 by default, as for the paper's judge. */
    @Parameter(property = "cultivar.reliability")
    @Nullable
    Double reliability;

    /** Largest share of a file's rows that may be malformed, in [0,1]; 0.01 by default. */
    @Parameter(property = "cultivar.mostRejected")
    @Nullable
    Double mostRejected;

    /** Folder for the output. Do not name the folder of a run, whose results it would overwrite. */
    @Parameter(property = "cultivar.output", defaultValue = "target/cultivar-analysis")
    @Nullable
    File output;

    @Override
    public void execute() throws MojoExecutionException {
        if (scores == null || output == null) {
            throw new MojoExecutionException("Name the scores: -Dcultivar.scores=FILE.csv");
        }
        try {
            AnalysisResult result = ScoresAnalysis.of(request(scores.toPath()));
            AnalysisReport report = new AnalysisReport(result);
            report.writeTo(output.toPath());
            report.warnings().forEach(line -> getLog().warn(line));
            report.console().lines().forEach(line -> getLog().info(line));
            getLog().info("Written to " + output
                    + ": report.html, results.csv, results.json, regressions.txt, analysis.json");
        } catch (SettingsException
                | ScoresException
                | SurveyException
                | ResultsException
                | IllegalArgumentException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private ScoresRequest request(Path file) {
        ScoresRequest defaults = ScoresRequest.of(file, Settings.METHOD.read(method));
        return new ScoresRequest(
                file,
                Optional.ofNullable(capability).map(File::toPath),
                new PopulationSource(Optional.ofNullable(populations).map(File::toPath), replacePopulations),
                defaults.method(),
                rounds == null ? defaults.rounds() : rounds,
                seed == null ? defaults.seed() : seed,
                confidence == null ? defaults.confidence() : confidence,
                reliability == null ? defaults.reliability() : reliability,
                mostRejected == null ? defaults.mostRejected() : mostRejected);
    }
}
