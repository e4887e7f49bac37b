package dev.cultivar.maven;

import dev.cultivar.gate.BaselineException;
import dev.cultivar.gate.BaselineFiles;
import dev.cultivar.gate.BaselineRun;
import dev.cultivar.gate.RunComparison;
import dev.cultivar.report.ComparisonReport;
import dev.cultivar.report.ResultsException;
import dev.cultivar.report.RunReports;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.SurveyException;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Compares the last whole run of one suite with a baseline: alignment then and now, and the topics that drifted most. Writes
 * {@code compare.md} to the folder of the results. Gates nothing; that is what {@code @RegressionGate} is for.
 */
@Mojo(name = "compare", threadSafe = true)
public class CompareMojo extends AbstractSuiteMojo {

    /** The baseline to compare with, from the module's folder. */
    @Parameter(property = "cultivar.baseline", defaultValue = "${project.basedir}/baselines/baseline.json")
    @Nullable
    File baseline;

    /** Whether a missing baseline is a failure. */
    @Parameter(property = "cultivar.requireBaseline", defaultValue = "false")
    boolean requireBaseline;

    /** The population table of the run; by default the built-in one. */
    @Parameter(property = "cultivar.populations")
    @Nullable
    File populations;

    /** Level of the intervals, in (0,1). */
    @Parameter(property = "cultivar.confidence", defaultValue = "0.95")
    double confidence = 0.95;

    /** Bootstrap rounds, at least 100. */
    @Parameter(property = "cultivar.rounds", defaultValue = "1000")
    int rounds = 1000;

    @Override
    void perform() throws MojoExecutionException, MojoFailureException {
        List<String> named = suites == null ? List.of() : suites;
        if (named.size() != 1) {
            throw new MojoExecutionException("Name the one suite whose run to compare: -Dcultivar.suites=CLASS");
        }
        String suite = named.get(0);
        BaselineFiles files = new BaselineFiles(project.getBasedir().toPath());
        Path source = new RunReports(output.toPath(), Optional.empty()).baseline(suite);
        String path = shown(Objects.requireNonNull(baseline, "has a default").toPath());
        try {
            Optional<BaselineRun> before = files.read(path);
            if (before.isEmpty()) {
                missing("There is no baseline at " + path + "; save one with: "
                        + BaselineFiles.saveCommand(suite, path));
                return;
            }
            BaselineRun now = files.read(source.toAbsolutePath().toString())
                    .orElseThrow(() -> new BaselineException("No whole run of " + suite + " is in " + output
                            + ". Run cultivar:run on the whole suite first."));
            PopulationTable table =
                    populations == null ? PopulationTable.builtIn() : PopulationTable.read(populations.toPath());
            ComparisonReport report =
                    new ComparisonReport(RunComparison.of(before.get(), now, table, confidence, rounds));
            report.console().lines().forEach(line -> getLog().info(line));
            Path written = output.toPath().resolve("compare.md");
            report.writeTo(written);
            getLog().info("Written to " + written);
        } catch (BaselineException | ResultsException | SurveyException | IllegalArgumentException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private void missing(String message) throws MojoFailureException {
        if (requireBaseline) {
            throw new MojoFailureException(message);
        }
        getLog().warn(message);
    }
}
