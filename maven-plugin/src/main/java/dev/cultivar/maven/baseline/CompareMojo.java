package dev.cultivar.maven.baseline;

import dev.cultivar.history.BaselineException;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.history.IncomparableException;
import dev.cultivar.history.RunComparison;
import dev.cultivar.report.markdown.ComparisonReport;
import dev.cultivar.report.words.IncomparableWords;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ResultsException;
import dev.cultivar.results.baseline.GatedModels;
import dev.cultivar.survey.SurveyException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Compares the last whole run of one suite with a baseline: alignment then and now, and the topics that drifted most. Writes
 * {@code compare.md} to the folder of the results. Decides no gate; {@code @RegressionGate} does.
 */
@Mojo(name = "compare", threadSafe = true)
public class CompareMojo extends AbstractBaselineMojo {

    /** Whether the build fails if the baseline is missing, or cannot be compared with the run. */
    @Parameter(property = "cultivar.requireBaseline", defaultValue = "false")
    boolean requireBaseline;

    @Override
    protected void perform() throws MojoExecutionException, MojoFailureException {
        String suite = suite("compare");
        String path = shown(file());
        try {
            Optional<BaselineRun> before = files().read(path);
            if (before.isEmpty()) {
                notCompared(IncomparableWords.missing(suite, path).line());
                return;
            }
            BaselineRun now = lastRun(suite)
                    .comparedWith(
                            GatedModels.of(gates(suite).map(GateRow::leaf).toList(), named -> isAt(named, file())));
            ComparisonReport report = new ComparisonReport(RunComparison.of(before.get(), now, table(), confidence));
            report.console().lines().forEach(line -> getLog().info(line));
            report.writeTo(written());
            getLog().info("Written to " + written());
        } catch (IncomparableException e) {
            notCompared(IncomparableWords.of(e.why()));
        } catch (BaselineException | ResultsException | SurveyException | IllegalArgumentException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private Path written() {
        return output.toPath().resolve("compare.md");
    }

    private void notCompared(String message) throws MojoFailureException {
        ComparisonReport.writeNone(written(), message);
        if (requireBaseline) {
            throw new MojoFailureException(message);
        }
        getLog().warn(message);
    }
}
