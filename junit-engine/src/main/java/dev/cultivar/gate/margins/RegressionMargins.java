package dev.cultivar.gate.margins;

import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.GatePlan;
import dev.cultivar.gate.MultiplicityControl;
import dev.cultivar.gate.Regression;
import dev.cultivar.gate.facts.PlannedMargin;
import dev.cultivar.history.BaselineException;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.history.BaselineSource;
import dev.cultivar.history.ExpectedChange;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.settings.Settings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans the margins of a suite's regression gates, so that all of them together pass an unchanged release often enough. */
public final class RegressionMargins {

    private final RunPlan plan;
    private final BaselineSource baselines;
    private final MarginLevel level;

    private RegressionMargins(RunPlan plan, BaselineSource baselines, int gates) {
        this.plan = plan;
        this.baselines = baselines;
        level = new MarginLevel(
                MultiplicityControl.of(plan.settings().value(Settings.CORRECTION)),
                gates,
                plan.settings().value(Settings.CONFIDENCE));
    }

    /** The same gates, where regression gates have the margins that follow from plan and baselines before anything is asked. */
    public static GatePlan of(GatePlan gates, RunPlan plan, BaselineSource baselines) {
        int regressions = (int) gates.leaves().stream()
                .filter(leaf -> leaf.gate() instanceof Regression)
                .count();
        if (regressions == 0) {
            return gates;
        }
        RegressionMargins margins = new RegressionMargins(plan, baselines, regressions);
        return new GatePlan(gates.leaves().stream().map(margins::planned).toList(), gates.telling(), gates.problems());
    }

    private GateLeaf planned(GateLeaf leaf) {
        return leaf.gate() instanceof Regression regression
                ? expected(regression, leaf)
                        .map(change -> new GateLeaf(regression.with(margin(regression, change)), leaf.subject()))
                        .orElse(leaf)
                : leaf;
    }

    /** Empty where there is no baseline to plan from; the verdict says why. */
    private Optional<ExpectedChange> expected(Regression regression, GateLeaf leaf) {
        Optional<BaselineRun> read;
        try {
            read = baselines.read(regression.file());
        } catch (BaselineException e) {
            return Optional.empty();
        }
        return read.flatMap(run -> regression
                .earlier(leaf.subject())
                .flatMap(earlier -> run.sample(earlier.model(), leaf.language()))
                .flatMap(sample -> plan.populations()
                        .find(leaf.subject().populationName())
                        .flatMap(population ->
                                ExpectedChange.of(plan, run, sample, regression.changing(), population))));
    }

    private PlannedMargin margin(Regression regression, ExpectedChange change) {
        double error = change.standardError();
        double least = level.least(error);
        double margin = regression.margin() == null ? Math.min(least, Regression.MOST) : regression.margin();
        return new PlannedMargin(
                error,
                level.gates(),
                least,
                level.share(margin, error),
                least > Regression.MOST ? needed(change) : null);
    }

    /** A larger run alone, unless a larger baseline and run together take fewer responses in all. */
    private PlannedMargin.@Nullable Needed needed(ExpectedChange change) {
        double wanted = level.standardError(Regression.MOST);
        Optional<Long> both = change.responsesOfBoth(wanted);
        Optional<Long> alone = change.responses(wanted).filter(run -> both.isEmpty() || run <= 2 * both.get());
        return alone.map(PlannedMargin.Needed::ofRun)
                .or(() -> both.map(PlannedMargin.Needed::ofRunAndBaseline))
                .orElse(null);
    }
}
