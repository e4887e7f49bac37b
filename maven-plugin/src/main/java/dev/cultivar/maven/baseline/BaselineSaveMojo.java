package dev.cultivar.maven.baseline;

import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Regression;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.history.BaselineException;
import dev.cultivar.history.BaselineFiles;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.history.IncomparableException;
import dev.cultivar.report.words.GateSentences;
import dev.cultivar.report.words.IncomparableWords;
import dev.cultivar.report.words.MissedGates;
import dev.cultivar.report.words.RatchetWords;
import dev.cultivar.report.words.record.SavedRunWords;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ResultsException;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.baseline.HoldableGates;
import dev.cultivar.results.baseline.Ratchet;
import dev.cultivar.results.decision.SecondRun;
import dev.cultivar.survey.SurveyException;
import dev.cultivar.text.Names;
import dev.cultivar.text.Plural;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Saves the last whole run of one suite as a baseline; commit it and name it in {@code @RegressionGate}. With {@code cultivar.ratchet} it
 * only tightens: a model's answers in a language replace those of the baseline only if they are better by more than chance explains, and
 * the goal gives the figures of what moved and what did not.
 */
@Mojo(name = "baseline-save", threadSafe = true)
public class BaselineSaveMojo extends AbstractBaselineMojo {

    /** Whether a model's answers replace those of an existing baseline only if they are better by more than chance explains. */
    @Parameter(property = "cultivar.ratchet", defaultValue = "false")
    boolean ratchet;

    /**
     * Whether to replace a baseline even if a gate of the run failed; an undecided gate does not count. Also whether to save a run that
     * lacked the baseline it was to be compared with, a run in which an endpoint or the judge left gates unmeasured, and a run whose
     * results are gone.
     */
    @Parameter(property = "cultivar.baseline.replace", defaultValue = "false")
    boolean replace;

    @Override
    protected void perform() throws MojoExecutionException {
        String suite = suite("save");
        Path target = file();
        try {
            BaselineRun run = lastRun(suite);
            requireKnown(suite);
            requireNotItsOwn(suite, target);
            requireMeasured(suite);
            if (ratchet) {
                tighten(run, target);
            } else {
                look(suite, target);
                List<SecondRun.Sight> sights = SecondRun.of(run, results(), table());
                BaselineFiles.write(run, target);
                saved(suite, run, target, sights);
            }
        } catch (IncomparableException e) {
            throw new MojoExecutionException(IncomparableWords.of(e.why())); // Maven also prints a cause's message
        } catch (BaselineException | ResultsException | SurveyException | IllegalArgumentException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private void saved(String suite, BaselineRun run, Path target, List<SecondRun.Sight> sights) {
        List<GateRow> gates = gates(suite).toList();
        getLog().info("Saved " + target + "; commit it and name it in @RegressionGate.");
        getLog().info(SavedRunWords.answers(run));
        if (!gates.isEmpty()) {
            getLog().info(SavedRunWords.gates(gates));
        }
        SavedRunWords.secondRun(sights).ifPresent(line -> getLog().info(line));
        SavedRunWords.tooSmall(sights).ifPresent(line -> getLog().warn(line));
        if (gates.stream()
                .anyMatch(gate -> gate.declared() instanceof Regression regression
                        && !regression.required()
                        && isAt(regression.file(), target))) {
            getLog().info(
                            "A gate names this file with required = false. Remove that now; otherwise a lost file would be green.");
        }
    }

    /** A run's own file outlives its results, which another run may have replaced. Only the results say whether its gates passed. */
    private void requireKnown(String suite) throws MojoExecutionException {
        boolean known = results().stream()
                .flatMap(results -> results.run().suites().stream())
                .anyMatch(info -> info.suite().equals(suite));
        if (!known && !replace) {
            throw new MojoExecutionException("Nobody knows whether the run of " + suite + " met its gates, because "
                    + shown(output.toPath().resolve(ResultsFile.NAME))
                    + " is gone, or is of a later run without this suite."
                    + " Run the suite again, or save this run anyway with -Dcultivar.baseline.replace=true.");
        }
    }

    /** A run that lacked a required baseline must not silently become it: the next run would be compared with the run it is to judge. */
    private void requireNotItsOwn(String suite, Path target) throws MojoExecutionException {
        boolean missing = gates(suite)
                .filter(gate -> gate.verdict() == Verdict.FAIL)
                .map(gate -> gate.facts().obstacle())
                .anyMatch(obstacle -> obstacle instanceof Obstacle.NoBaseline no && isAt(no.path(), target));
        if (missing && !replace && !Files.exists(target)) {
            throw new MojoExecutionException("The run of " + suite + " was to be compared with " + shown(target)
                    + ", which was missing; if it became that file, later runs would be compared with the one they are to"
                    + " judge. Restore the file from version control, or save a run of the last release. For a first"
                    + " release set required = false in the gate and run again, or save this run with"
                    + " -Dcultivar.baseline.replace=true.");
        }
    }

    /** If an endpoint, the judge or the budget failed, the baseline would lack answers that later runs are compared with. */
    private void requireMeasured(String suite) throws MojoExecutionException {
        List<GateRow> lost = gates(suite)
                .filter(GateRow::wentUnmeasured)
                .filter(gate -> switch (gate.cause()) {
                    case PROVIDER, JUDGE, BUDGET -> true;
                    case NONE, VIOLATION, COVERAGE, INCONCLUSIVE, UNDECIDED -> false;
                })
                .toList();
        if (!lost.isEmpty() && !replace) {
            throw new MojoExecutionException("The run of " + suite + " did not measure "
                    + Plural.of(lost.size(), "gate") + " of "
                    + Names.list(lost.stream().map(GateRow::subject).distinct().toList())
                    + ", because " + MissedGates.why(lost)
                    + "; later runs would be compared with what is left. Run the suite again, or save this run anyway"
                    + " with -Dcultivar.baseline.replace=true.");
        }
    }

    /** A run that is red today must not silently become tomorrow's standard. */
    private void look(String suite, Path target) throws MojoExecutionException {
        List<String> missed = missed(suite);
        if (missed.isEmpty()) {
            return;
        }
        String what =
                "The run of " + suite + " missed " + Plural.of(missed.size(), "gate") + ", the first: " + missed.get(0);
        if (Files.exists(target) && !replace) {
            throw new MojoExecutionException(what + " If it replaced " + shown(target)
                    + ", later runs would be measured against it. Name another file with -Dcultivar.baseline=FILE,"
                    + " or replace this one with -Dcultivar.baseline.replace=true.");
        }
        getLog().warn(what + " It was saved as the baseline anyway.");
    }

    private List<String> missed(String suite) {
        return gates(suite)
                .filter(gate -> gate.verdict() == Verdict.FAIL)
                .map(GateSentences::of)
                .toList();
    }

    private void tighten(BaselineRun run, Path target) {
        Optional<BaselineRun> before = files().read(shown(target));
        Ratchet moved = before.map(earlier -> Ratchet.of(earlier, run, table(), confidence))
                .orElseGet(() -> Ratchet.first(run));
        getLog().info("Ratchet on " + shown(target) + ": " + moved.count(Ratchet.Kind.RAISED) + " raised, "
                + moved.count(Ratchet.Kind.ADDED) + " added, " + moved.count(Ratchet.Kind.KEPT) + " kept.");
        moved.steps().forEach(step -> getLog().info("  " + RatchetWords.of(step)));
        if (moved.moved()) {
            BaselineFiles.write(moved.result(), target);
            getLog().info("Saved " + target + "; commit it and name it in @RegressionGate.");
        } else {
            getLog().info("Nothing changed; " + shown(target) + " stays as it is.");
        }
        List<String> floors = HoldableGates.of(moved.result(), table());
        if (!floors.isEmpty()) {
            getLog().info("Each of these gates, on its own, would pass for the whole baseline:"
                    + " " + String.join(", ", floors)
                    + ".");
        }
    }
}
