package dev.cultivar.maven;

import dev.cultivar.gate.BaselineException;
import dev.cultivar.gate.BaselineFiles;
import dev.cultivar.gate.BaselineRun;
import dev.cultivar.gate.Floors;
import dev.cultivar.gate.Ratchet;
import dev.cultivar.report.RunReports;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.SurveyException;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Saves the last whole run of one suite as a baseline, to be committed and named by {@code @RegressionGate}. With {@code
 * cultivar.ratchet} it only tightens: what a model answered in a language takes the place of what the baseline has of it only where it is
 * certainly better, and what moved and what did not is told with figures.
 */
@Mojo(name = "baseline-save", threadSafe = true)
public class BaselineSaveMojo extends AbstractSuiteMojo {

    /** Where to save it, from the module's folder. */
    @Parameter(property = "cultivar.baseline", defaultValue = "${project.basedir}/baselines/baseline.json")
    @Nullable
    File baseline;

    /** Whether a baseline that is there only moves in the good direction. */
    @Parameter(property = "cultivar.ratchet", defaultValue = "false")
    boolean ratchet;

    /** The population table of the run, for the ratchet; by default the built-in one. */
    @Parameter(property = "cultivar.populations")
    @Nullable
    File populations;

    /** Level at which all rises of a ratchet hold together, in (0,1). */
    @Parameter(property = "cultivar.confidence", defaultValue = "0.95")
    double confidence = 0.95;

    /** Bootstrap rounds of the ratchet, at least 100. */
    @Parameter(property = "cultivar.rounds", defaultValue = "1000")
    int rounds = 1000;

    @Override
    void perform() throws MojoExecutionException {
        String suite = suite();
        Path source = new RunReports(output.toPath(), Optional.empty()).baseline(suite);
        Path target = Objects.requireNonNull(baseline, "has a default").toPath().toAbsolutePath();
        try {
            BaselineRun run = new BaselineFiles(project.getBasedir().toPath())
                    .read(source.toAbsolutePath().toString())
                    .filter(read -> read.suite().equals(suite))
                    .orElseThrow(() -> new BaselineException("No whole run of " + suite + " is in " + output
                            + ". Run cultivar:run on the whole suite first."));
            if (ratchet) {
                tighten(run, target);
            } else {
                BaselineFiles.write(run, target);
                getLog().info("Saved " + target + "; commit it and name it in @RegressionGate.");
            }
        } catch (BaselineException | SurveyException | IllegalArgumentException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private void tighten(BaselineRun run, Path target) {
        Optional<BaselineRun> before = new BaselineFiles(project.getBasedir().toPath()).read(shown(target));
        PopulationTable table =
                populations == null ? PopulationTable.builtIn() : PopulationTable.read(populations.toPath());
        Ratchet moved = before.map(earlier -> Ratchet.of(earlier, run, table, confidence, rounds))
                .orElseGet(() -> Ratchet.first(run));
        getLog().info("Ratchet on " + shown(target) + ": " + moved.count(Ratchet.Kind.RAISED) + " raised, "
                + moved.count(Ratchet.Kind.ADDED) + " added, " + moved.count(Ratchet.Kind.KEPT) + " kept.");
        moved.steps().forEach(step -> getLog().info(
                        "  " + step.kind() + " " + step.model() + " in " + step.language() + ": " + step.why()));
        if (moved.moved()) {
            BaselineFiles.write(moved.result(), target);
            getLog().info("Saved " + target + "; commit it and name it in @RegressionGate.");
        } else {
            getLog().info("Nothing moved; " + shown(target) + " stays as it is.");
        }
        List<String> floors = Floors.of(moved.result());
        if (!floors.isEmpty()) {
            getLog().info("Each of these gates, by itself, would hold for all of it: " + String.join(", ", floors)
                    + ".");
        }
    }

    private String suite() throws MojoExecutionException {
        List<String> named = suites == null ? List.of() : suites;
        if (named.size() != 1) {
            throw new MojoExecutionException("Name the one suite whose run to save: -Dcultivar.suites=CLASS");
        }
        return named.get(0);
    }
}
