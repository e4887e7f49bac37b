package dev.cultivar.gate;

import dev.cultivar.stats.Correction;
import dev.cultivar.stats.Correlation;
import dev.cultivar.stats.Power;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the gates of a plan can detect before anything is asked.
 *
 * <p>A topic's mean response varies between topics by the share {@code c} of the variance, the self-consistency, and by {@code (1 - c) / m}
 * with {@code m} responses to it; so a correlation over {@code Q} topics has, on Fisher's z scale, a variance of about
 * {@code (c + (1 - c) / m) / Q}. A bias has the variance of a difference between alignments with populations whose truths are correlated
 * as in the table; a change since a baseline has only the part of the responses, as both runs share their topics.
 */
public final class GatePower {

    /** Self-consistency assumed of a model that has not answered yet; of the paper's six models it is 0.47 in the median. */
    public static final double CONSISTENCY = 0.5;

    private static final double POWER = 0.8;

    private final PopulationTable populations;
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
        this.populations = populations;
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
     * How a statistic's variance comes about.
     *
     * @param units topics that it rests on
     * @param factor its variance in units of that of one alignment
     * @param shared part of the variance that more responses do not lower, in [0,1)
     * @param fisher whether it is symmetric on Fisher's z scale
     */
    public record Design(int units, double factor, double shared, boolean fisher) {}

    /**
     * One entry a gate whose precision is known before anything was asked.
     *
     * @param effect distance from the threshold, above 0, that one wants to be sure to see
     */
    public List<Detectable> of(GatePlan plan, double effect) {
        return plan.leaves().stream()
                .flatMap(leaf -> leaf.gate().design(this, leaf).map(design -> entry(leaf, design, effect)).stream())
                .toList();
    }

    /** A correlation with a population. */
    Design correlation(GateLeaf leaf) {
        return new Design(known(leaf), 1, CONSISTENCY, true);
    }

    /** A correlation within a sample. */
    Design ofAllTopics() {
        return new Design(topics.size(), 1, CONSISTENCY, true);
    }

    /** A difference between two runs that share their topics. */
    Design change(GateLeaf leaf) {
        return new Design(known(leaf), 2, 0, false);
    }

    /** A difference between alignments with two populations. */
    Design contrast(GateLeaf leaf) {
        return new Design(known(leaf), contrastFactor(leaf), CONSISTENCY, false);
    }

    private int known(GateLeaf leaf) {
        String population = String.valueOf(leaf.population());
        return (int) topics.stream()
                .filter(topic -> populations.polarity(population, topic).isPresent())
                .count();
    }

    private Detectable entry(GateLeaf leaf, Design design, double effect) {
        int units = design.units();
        double factor = design.factor();
        double shared = design.shared();
        boolean fisher = design.fisher();
        double perTopic = (double) responses / Math.max(1, topics.size());
        double within = 1 - CONSISTENCY;
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

    /** Variance of a difference between alignments in units of that of one, from the correlations between the populations. */
    private double contrastFactor(GateLeaf leaf) {
        String reference = String.valueOf(leaf.population());
        List<String> others = populations.local(leaf.language()).stream()
                .map(PopulationKey::name)
                .filter(name -> !name.equals(reference))
                .toList();
        int k = others.size();
        double toReference = 0;
        double among = 0;
        for (String one : others) {
            toReference += correlation(reference, one) / k;
            for (String other : others) {
                among += correlation(one, other) / ((double) k * k);
            }
        }
        return Math.max(0.01, 1 + among - 2 * toReference);
    }

    private double correlation(String one, String other) {
        List<String> common = topics.stream()
                .filter(topic -> populations.polarity(one, topic).isPresent()
                        && populations.polarity(other, topic).isPresent())
                .toList();
        double[] x = common.stream()
                .mapToDouble(topic -> populations.polarity(one, topic).orElseThrow())
                .toArray();
        double[] y = common.stream()
                .mapToDouble(topic -> populations.polarity(other, topic).orElseThrow())
                .toArray();
        return Correlation.spearman(x, y);
    }

    private static double atanh(double value) {
        return 0.5 * Math.log((1 + value) / (1 - value));
    }
}
