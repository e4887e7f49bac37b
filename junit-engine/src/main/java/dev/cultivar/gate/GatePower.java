package dev.cultivar.gate;

import dev.cultivar.stats.Correction;
import dev.cultivar.stats.Power;
import dev.cultivar.survey.PopulationTable;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the gates of a plan can detect before anything is asked.
 *
 * <p>A topic's mean response varies between topics by the share {@code c} of the variance, the self-consistency, and by {@code (1 - c) / m}
 * with {@code m} responses to it; so a correlation over {@code Q} topics has, on Fisher's z scale, a variance of about
 * {@code (c + (1 - c) / m) / Q}. A bias has the variance of a difference between alignments with populations whose truths are correlated
 * as in the table. A change since a baseline is planned from the baseline's own answers, elsewhere.
 */
public final class GatePower {

    /** Self-consistency assumed of a model that has not answered yet; of the paper's six models it is 0.47 in the median. */
    public static final double CONSISTENCY = PowerDesigns.CONSISTENCY;

    private static final double POWER = 0.8;

    private final PowerDesigns designs;
    private final List<String> topics;
    private final long responses;
    private final double alpha;

    /**
     * For gates of a suite.
     *
     * @param topics keys of the suite's topics
     * @param responses per model and language
     * @param confidence of the run, in (0,1)
     * @param correction multiplicity control; Holm's and Benjamini and Hochberg's hardest step is planned for
     * @param gates number of gates that have an interval
     */
    public GatePower(
            PopulationTable populations,
            List<String> topics,
            long responses,
            double confidence,
            Correction correction,
            int gates) {
        designs = new PowerDesigns(populations, topics);
        this.topics = List.copyOf(topics);
        this.responses = responses;
        alpha = (1 - confidence) / (correction == Correction.NONE ? 1 : Math.max(1, gates));
    }

    /**
     * What one gate can detect.
     *
     * @param leaf the gate
     * @param topics topics that it rests on
     * @param standardError expected, on Fisher's z scale for alignment and consistency
     * @param detectable smallest distance of the truth from the threshold, on the passing side, at which the gate passes in 80 of 100 runs
     * @param needed responses per model and language for a distance of {@code effect}; empty where no number of responses to these topics
     *     is enough
     * @param neededTopics topics for the same at the planned number of responses a topic
     * @param effect the distance that was asked for
     */
    public record Detectable(
            GateLeaf leaf,
            int topics,
            double standardError,
            double detectable,
            OptionalLong needed,
            int neededTopics,
            double effect) {}

    /**
     * One entry a gate whose precision is known before anything was asked.
     *
     * @param effect distance from the threshold, above 0, that one wants to be sure to see
     */
    public List<Detectable> of(GatePlan plan, double effect) {
        return plan.leaves().stream()
                .flatMap(leaf ->
                        leaf.gate().design(designs, leaf.subject()).map(design -> entry(leaf, design, effect)).stream())
                .toList();
    }

    private Detectable entry(GateLeaf leaf, PowerDesign design, double effect) {
        int units = design.units();
        double factor = design.factor();
        double shared = design.shared();
        boolean fisher = design.fisher();
        double perTopic = (double) responses / Math.max(1, topics.size());
        double within = 1 - PowerDesigns.CONSISTENCY;
        double error = Math.sqrt(factor * (shared + within / perTopic) / units);
        Power power = Power.twoSided(alpha).withDegreesOfFreedom(units - 1.0);
        double bound = leaf.bound().value();
        double distance = power.minimumDetectable(error, POWER);
        double detectable = fisher ? Math.tanh(atanh(bound) + distance) - bound : distance;
        double wanted = fisher ? atanh(Math.min(0.999, bound + effect)) - atanh(bound) : effect;
        double neededError = power.neededStandardError(wanted, POWER);
        double left = neededError * neededError * units / factor - shared;
        OptionalLong needed =
                left > 0 ? OptionalLong.of((long) Math.ceil(within / left) * topics.size()) : OptionalLong.empty();
        int neededTopics = (int) Math.ceil(factor * (shared + within / perTopic) / (neededError * neededError));
        return new Detectable(leaf, units, error, detectable, needed, neededTopics, effect);
    }

    private static double atanh(double value) {
        return 0.5 * Math.log((1 + value) / (1 - value));
    }
}
