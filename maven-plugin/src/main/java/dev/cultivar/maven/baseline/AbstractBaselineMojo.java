package dev.cultivar.maven.baseline;

import dev.cultivar.history.BaselineException;
import dev.cultivar.history.BaselineFiles;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.maven.AbstractSuiteMojo;
import dev.cultivar.report.RunReports;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.provenance.SuiteInfo;
import dev.cultivar.survey.NearestNames;
import dev.cultivar.survey.PopulationSource;
import dev.cultivar.survey.PopulationTable;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Works with the last whole run of one suite and a baseline. */
abstract class AbstractBaselineMojo extends AbstractSuiteMojo {

    /** The baseline file, relative to the module's folder. */
    @Parameter(property = "cultivar.baseline", defaultValue = "${project.basedir}/baselines/baseline.json")
    @Nullable
    File baseline;

    /** The run's own population table, added to the built-in one. */
    @Parameter(property = "cultivar.populations")
    @Nullable
    File populations;

    /** Whether your own population table replaces the built-in one instead of adding to it. */
    @Parameter(property = "cultivar.populations.replace", defaultValue = "false")
    boolean replacePopulations;

    /** Level at which Holm's method decides all changes of a comparison together, in (0,1); the intervals do not hold together at it. */
    @Parameter(property = "cultivar.confidence", defaultValue = "0.95")
    double confidence = 0.95;

    /** @param what what is done with the run, for the message where not exactly one suite is named */
    String suite(String what) throws MojoExecutionException {
        List<String> named = suites == null ? List.of() : suites;
        if (named.size() != 1) {
            throw new MojoExecutionException("Name the one suite whose run to " + what + ": -Dcultivar.suites=CLASS");
        }
        return named.get(0);
    }

    BaselineFiles files() {
        return new BaselineFiles(project.getBasedir().toPath());
    }

    Path file() {
        return Objects.requireNonNull(baseline, "has a default").toPath().toAbsolutePath();
    }

    /** @throws BaselineException where the suite was not run as a whole */
    BaselineRun lastRun(String suite) {
        Path source = new RunReports(output.toPath(), Optional.empty()).baseline(suite);
        return files().read(source.toAbsolutePath().toString())
                .filter(read -> read.suite().equals(suite))
                .orElseThrow(() -> new BaselineException("No whole run of " + suite + " is in " + output
                        + nearest(suite) + ". Run cultivar:run on the whole suite first"));
    }

    /** Suites whose names are close to this one; empty for a suite that ran. */
    private String nearest(String suite) {
        List<String> ran = results().stream()
                .flatMap(results -> results.run().suites().stream())
                .map(SuiteInfo::suite)
                .toList();
        return ran.isEmpty() || ran.contains(suite)
                ? ""
                : "; nearest: " + String.join(", ", NearestNames.of(suite, ran));
    }

    /** The results of the last run; empty where they are gone. */
    Optional<ResultsFile> results() {
        return Optional.of(output.toPath().resolve(ResultsFile.NAME))
                .filter(Files::exists)
                .map(ResultsFile::read);
    }

    /** The suite's gates in the last results; empty where the results are gone or are of other suites. */
    Stream<GateRow> gates(String suite) {
        return results().stream().flatMap(results -> results.gates().stream()).filter(gate -> gate.suite()
                .equals(suite));
    }

    /** Whether a path named by a gate is that file. */
    boolean isAt(String path, Path target) {
        return project.getBasedir()
                .toPath()
                .toAbsolutePath()
                .resolve(path)
                .normalize()
                .equals(target.toAbsolutePath().normalize());
    }

    PopulationTable table() {
        return new PopulationSource(Optional.ofNullable(populations).map(File::toPath), replacePopulations).table();
    }
}
