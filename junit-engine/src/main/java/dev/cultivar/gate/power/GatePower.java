package dev.cultivar.gate.power;

import dev.cultivar.analysis.estimate.Scale;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Bound;
import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.GatePlan;
import dev.cultivar.gate.design.PowerDesign;
import dev.cultivar.gate.design.PowerDesigns;
import dev.cultivar.settings.Estimand;
import dev.cultivar.stats.Correction;
import dev.cultivar.stats.Power;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What the gates of a plan can decide, known before anything is asked; the formulas are in {@link PowerDesigns}. */
public final class GatePower {

    private static final double POWER = 0.8;

    /** More responses to one topic than anybody asks. */
    private static final int MOST_PER_TOPIC = 1 << 20;

    private final PowerDesigns designs;
    private final Estimand estimand;
    private final int topics;
    private final int perTopic;
    private final double alpha;
    private final Correction correction;

    /**
     * Takes what all gates of a suite have in common.
     *
     * @param estimand the question that the suite asks
     * @param topics of the suite
     * @param perTopic responses to each topic, in each model and language
     * @param confidence of the run, in (0,1)
     */
    public GatePower(
            PowerDesigns designs,
            Estimand estimand,
            int topics,
            int perTopic,
            double confidence,
            Correction correction) {
        this.designs = designs;
        this.estimand = estimand;
        this.topics = topics;
        this.perTopic = Math.max(2, perTopic);
        alpha = 1 - confidence;
        this.correction = correction;
    }

    /** A gate with what is known about it. */
    private record Planned(GateLeaf leaf, PowerDesign design, double distance, double standardError) {

        double shift() {
            return distance / standardError;
        }
    }

    /**
     * One entry for each gate whose precision is known before anything is asked, in the plan's order.
     *
     * @param effect distance from the threshold, above 0, that should be detected reliably
     */
    public List<Outlook> of(GatePlan plan, double effect) {
        int tests = (int)
                plan.leaves().stream().filter(leaf -> leaf.gate().hasInterval()).count();
        List<Planned> planned =
                plan.leaves().stream().flatMap(leaf -> planned(leaf).stream()).toList();
        int open = tests - decided(planned, tests).size();
        List<GateLeaf> decided =
                decided(planned, tests).stream().map(Planned::leaf).toList();
        return planned.stream()
                .map(each -> outlook(each, effect, tests, open, decided.contains(each.leaf())))
                .toList();
    }

    private Optional<Planned> planned(GateLeaf leaf) {
        return leaf.gate().design(designs, leaf.subject(), estimand).map(design -> {
            double distance =
                    distance(design, leaf.bound().value(), design.expected().value(), perTopic);
            return new Planned(leaf, design, distance, design.precision().standardError(perTopic));
        });
    }

    /**
     * Gates that are decided in 80 of 100 runs if the statistics are as expected: surest first, each at the level that the correction
     * then leaves to it.
     */
    private List<Planned> decided(List<Planned> planned, int tests) {
        List<Planned> surest = planned.stream()
                .sorted(Comparator.comparingDouble((Planned each) -> -each.shift()))
                .toList();
        List<Planned> decided = new ArrayList<>();
        for (Planned each : surest) {
            if (each.shift() < shift(each.design(), tests - decided.size())) {
                return decided;
            }
            decided.add(each);
        }
        return decided;
    }

    private Outlook outlook(Planned planned, double effect, int tests, int open, boolean isDecided) {
        Bound bound = planned.leaf().bound();
        double threshold = bound.value();
        PowerDesign design = planned.design();
        double hardest = shift(design, tests);
        Scale scale = design.precision().scale(perTopic);
        double inside = bound.side() == Bound.Side.AT_LEAST ? 1 : -1;
        double reach = scale.from(scale.clamped(threshold) + inside * hardest * planned.standardError());
        double expected = design.expected().value();
        return new Outlook(
                planned.leaf(),
                design,
                planned.standardError(),
                Math.abs(reach - threshold),
                needed(design, threshold, bound.inside(effect), hardest),
                effect,
                isDecided ? bound.decide(expected) : Verdict.INCONCLUSIVE,
                isDecided ? OptionalLong.empty() : deciding(design, threshold, expected, shift(design, open)));
    }

    private OptionalLong deciding(PowerDesign design, double threshold, double expected, double shift) {
        OptionalLong needed = needed(design, threshold, expected, shift);
        return needed.isPresent() && needed.getAsLong() <= (long) Outlook.MOST_FOLD * perTopic * topics
                ? needed
                : OptionalLong.empty();
    }

    /** Number of responses, spread equally over the topics, that tells the truth from the threshold. */
    private OptionalLong needed(PowerDesign design, double threshold, double truth, double shift) {
        if (!isEnough(design, threshold, truth, shift, MOST_PER_TOPIC)) {
            return OptionalLong.empty();
        }
        int tooFew = 1;
        int enough = MOST_PER_TOPIC;
        while (enough - tooFew > 1) {
            int middle = (tooFew + enough) >>> 1;
            if (isEnough(design, threshold, truth, shift, middle)) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return OptionalLong.of((long) enough * topics);
    }

    private static boolean isEnough(PowerDesign design, double threshold, double truth, double shift, int perTopic) {
        return distance(design, threshold, truth, perTopic)
                >= shift * design.precision().standardError(perTopic);
    }

    /** Distance on the scale of the standard error. */
    private static double distance(PowerDesign design, double threshold, double truth, double perTopic) {
        Scale scale = design.precision().scale(perTopic);
        return Math.abs(scale.clamped(truth) - scale.clamped(threshold));
    }

    /**
     * The number of standard errors between truth and threshold at which a test detects the difference often enough.
     *
     * @param tests number of tests that share the error level
     */
    private double shift(PowerDesign design, int tests) {
        double level = alpha / (correction == Correction.NONE ? 1 : Math.max(1, tests));
        return Power.twoSided(level)
                .withDegreesOfFreedom(design.degreesOfFreedom())
                .detectable(POWER);
    }
}
