package dev.cultivar.analysis.alignment;

import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.estimate.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Alignment of one sample with several populations under any weights. Ranks of the responses are shared by the populations that know
 * the same topics, and populations are ranked by topic, so a call costs the number of entries plus topics times populations.
 */
public final class Alignments {

    private final CountTable table;
    private final Metric metric;
    private final List<Truth> truths;
    private final List<Group> groups = new ArrayList<>();
    private final ResponseScores scores;

    /** Populations that know the same topics. */
    private static final class Group {
        private final boolean[] mask;
        private final int[] members;

        Group(boolean[] mask, int[] members) {
            this.mask = mask;
            this.members = members;
        }
    }

    public Alignments(CountTable table, Metric metric, List<Truth> truths) {
        this.table = table;
        this.metric = metric;
        this.truths = List.copyOf(truths);
        scores = new ResponseScores(table, metric);
        List<boolean[]> masks = truths.stream().map(Truth::mask).toList();
        for (int p = 0; p < masks.size(); p++) {
            boolean[] mask = masks.get(p);
            int[] members = IntStream.range(0, masks.size())
                    .filter(other -> Arrays.equals(mask, masks.get(other)))
                    .toArray();
            if (members[0] == p) {
                groups.add(new Group(mask, members));
            }
        }
    }

    /** One alignment a population, in their order; NaN where it is not defined. */
    public double[] of(double[] weights) {
        return of(weights, population -> true);
    }

    /**
     * Those of some populations alone.
     *
     * @param wanted whether a population is one of them, by its place; others are NaN
     */
    public double[] of(double[] weights, IntPredicate wanted) {
        double[] result = new double[truths.size()];
        Arrays.fill(result, Double.NaN);
        for (Group group : groups) {
            int[] members = Arrays.stream(group.members).filter(wanted).toArray();
            if (members.length > 0) {
                of(weights, group.mask, members, result);
            }
        }
        return result;
    }

    private void of(double[] weights, boolean[] mask, int[] members, double[] result) {
        if (metric.correlation()) {
            ResponseScores.Weighted responses = scores.of(weights, mask);
            for (int p : members) {
                result[p] = responses.correlation(scores(truths.get(p), responses.topicWeight));
            }
            return;
        }
        double[] topicWeight = topicWeights(weights, mask);
        double[] means = metric == Metric.MEAN_ALIGNMENT ? topicWeight : topicMeans(weights, topicWeight);
        for (int p : members) {
            result[p] = metric == Metric.MEAN_ALIGNMENT
                    ? meanAlignment(weights, topicWeight, truths.get(p))
                    : ofMeans(means, topicWeight, truths.get(p));
        }
    }

    private double[] topicWeights(double[] weights, boolean[] mask) {
        double[] topicWeight = new double[table.topics()];
        for (int e = 0; e < weights.length; e++) {
            topicWeight[table.topic[e]] += mask[table.topic[e]] ? weights[e] : 0;
        }
        return topicWeight;
    }

    /** What is correlated, by topic. */
    private double[] scores(Truth truth, double[] topicWeight) {
        return switch (metric) {
            case SPEARMAN -> truth.ranks(topicWeight);
            case MIRRORED -> truth.mirroredRanks(topicWeight);
            default -> truth.polarity;
        };
    }

    private double meanAlignment(double[] weights, double[] topicWeight, Truth truth) {
        double total = 0;
        double apart = 0;
        for (int e = 0; e < weights.length; e++) {
            int q = table.topic[e];
            if (topicWeight[q] > 0) {
                total += weights[e];
                apart += weights[e] * Math.abs(table.values[table.value[e]] - truth.polarity[q]);
            }
        }
        return total > 0 ? 1 - apart / total : Double.NaN;
    }

    private double[] topicMeans(double[] weights, double[] topicWeight) {
        double[] means = new double[table.topics()];
        for (int e = 0; e < weights.length; e++) {
            means[table.topic[e]] += weights[e] * table.values[table.value[e]];
        }
        for (int q = 0; q < means.length; q++) {
            means[q] = Math.min(1, means[q] / topicWeight[q]);
        }
        return means;
    }

    /** Each topic weighs as often as it was drawn, however many responses it has. */
    private double ofMeans(double[] means, double[] topicWeight, Truth truth) {
        double total = 0;
        double apart = 0;
        for (int q = 0; q < means.length; q++) {
            if (topicWeight[q] > 0) {
                double times = topicWeight[q] / table.responses[q];
                total += times;
                apart += times * metric.distance(means[q], truth.polarity[q]);
            }
        }
        return total > 0 ? 1 - apart / total : Double.NaN;
    }
}
