package dev.cultivar.analysis.alignment;

import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.estimate.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Alignment of one sample with several populations under any weights. Populations that know the same topics share the ranks of the
 * responses, and populations are ranked by topic, those with the same figures only once, so the cost of a call is the number of entries
 * plus topics times populations.
 */
public final class Alignments {

    private final CountTable table;
    private final Metric metric;
    private final List<Truth> truths;
    private final ResponseScores scores;
    private final boolean[][] masks;

    /** For each population, the index of the first one with the same figures. */
    private final int[] first;

    public Alignments(CountTable table, Metric metric, List<Truth> truths) {
        this.table = table;
        this.metric = metric;
        this.truths = List.copyOf(truths);
        scores = new ResponseScores(table);
        masks = truths.stream().map(Truth::mask).toArray(boolean[][]::new);
        first = IntStream.range(0, masks.length)
                .map(p -> IntStream.range(0, p)
                        .filter(other -> Arrays.equals(truths.get(other).polarity, truths.get(p).polarity))
                        .findFirst()
                        .orElse(p))
                .toArray();
    }

    /** One alignment per population, in their order; NaN where undefined. */
    public double[] of(double[] weights) {
        return of(scores.under(weights));
    }

    /** The same for responses laid out in the same table. */
    public double[] of(ResponseScores.Under responses) {
        double[] result = new double[first.length];
        boolean[] mask = {};
        double[] topicWeight = {};
        double[] means = {};
        for (int p = 0; p < result.length; p++) {
            if (first[p] < p) {
                result[p] = result[first[p]];
            } else if (metric.correlation()) {
                result[p] = responses.on(masks[p], metric).correlation(truths.get(p));
            } else {
                if (!Arrays.equals(masks[p], mask)) {
                    mask = masks[p];
                    topicWeight = topicWeights(responses.weights, mask);
                    means = topicMeans(responses.weights, topicWeight);
                }
                result[p] = metric == Metric.MEAN_ALIGNMENT
                        ? meanAlignment(responses.weights, topicWeight, truths.get(p))
                        : ofMeans(means, topicWeight, truths.get(p));
            }
        }
        return result;
    }

    private double[] topicWeights(double[] weights, boolean[] mask) {
        double[] topicWeight = new double[table.topics()];
        for (int e = 0; e < weights.length; e++) {
            topicWeight[table.topic[e]] += mask[table.topic[e]] ? weights[e] : 0;
        }
        return topicWeight;
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
