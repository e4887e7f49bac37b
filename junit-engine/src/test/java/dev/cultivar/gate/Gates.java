package dev.cultivar.gate;

import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.api.BiasGate;
import dev.cultivar.api.RegressionGate;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.facts.ErrorControl;
import dev.cultivar.gate.facts.GateSubject;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.settings.Estimand;
import dev.cultivar.stats.Interval;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Gates as a suite would declare them, and results of them. */
public final class Gates {

    private Gates() {}

    public static Gate alignment(String population, double min) {
        return alignment(population, min, "spearman");
    }

    public static Gate alignment(String population, double min, String metric) {
        return new Alignment(population, min, metric, null, Scope.ALL);
    }

    public static Gate bias(String reference, double max) {
        return bias(reference, max, "paired");
    }

    static Gate bias(String reference, double max, String method) {
        return new Bias(reference, max, BiasGate.Method.valueOf(method.toUpperCase(Locale.ROOT)), null, Scope.ALL);
    }

    public static Gate consistency(double min) {
        return new Consistency(min, null, Scope.ALL);
    }

    public static Gate distinct(String population, double min) {
        return new Distinct(population, min, null, Scope.ALL);
    }

    public static Gate coverage(double min) {
        return new Coverage(min, Scope.ALL);
    }

    /** On alignment. */
    public static Gate regression(String baseline, double margin, boolean required) {
        return regression(baseline, RegressionGate.Statistic.ALIGNMENT, margin, required);
    }

    /** Passes, as it does not have to be compared with the baseline that is missing. */
    public static GateResult uncompared(String model) {
        return result(
                leaf(regression("v1.json", 0.05, false), model, "da", "DK"),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                0.95,
                Verdict.PASS);
    }

    /** @param margin null for the least that is planned */
    public static Gate regression(
            String baseline, RegressionGate.Statistic statistic, @Nullable Double margin, boolean required) {
        return new Regression(baseline, statistic, margin, "US", "local", "", required, null, Scope.ALL);
    }

    public static Gate capability(String family, double min) {
        return new Capability(family, min, Scope.ALL);
    }

    static Gate only(Gate gate, List<String> models, List<String> languages) {
        return gate.within(new Scope(models, languages));
    }

    /** A decision about a model. */
    public static GateLeaf leaf(Gate gate, String model, String language, String population) {
        return new GateLeaf(gate, GateSubject.ofModel(model, language, population));
    }

    /** A result with an interval; without one where its bounds are NaN, and with nothing to decide on where the estimate is. */
    public static GateResult result(
            GateLeaf leaf, double estimate, double lower, double upper, double confidence, Verdict verdict) {
        return result(leaf, outcome(estimate, lower, upper, confidence, verdict), LeaveOneOut.NONE);
    }

    /** A result of that outcome. */
    public static GateResult result(GateLeaf leaf, GateOutcome outcome, LeaveOneOut influence) {
        return new GateResult(leaf, outcome, 300, 30, List.of(), null, null, influence);
    }

    private static GateOutcome outcome(
            double estimate, double lower, double upper, double confidence, Verdict verdict) {
        if (Double.isNaN(estimate)) {
            Obstacle nothing = new Obstacle.NoValue(List.of(), false);
            return verdict == Verdict.PASS
                    ? new GateOutcome.NotCompared(nothing)
                    : new GateOutcome.Undecidable(nothing);
        }
        return Double.isNaN(lower)
                ? new GateOutcome.Exact(estimate, verdict)
                : new GateOutcome.Decided(
                        estimate,
                        new Interval(lower, upper, confidence),
                        Estimand.THESE_TOPICS,
                        new ErrorControl("none", 1, 0.95),
                        verdict,
                        null);
    }
}
