package dev.cultivar.analysis.alignment;

import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.stats.MirroredOrder;
import dev.cultivar.stats.Ranks;
import java.util.ArrayList;
import java.util.List;

/**
 * Alignment of one sample with several populations under any weights. Ranks of the responses are shared by the populations that know
 * the same topics, and populations are ranked by topic, so a call costs the number of entries plus topics times populations.
 */
public final class Alignments {

    private final CountTable table;
    private final Metric metric;
    private final List<Truth> truths;
    private final List<Group> groups = new ArrayList<>();
    private final MirroredOrder mirrored;

    /** Populations that know the same topics. */
    private static final class Group {
        private final boolean[] mask;
        private final List<Integer> members = new ArrayList<>();

        Group(boolean[] mask) {
            this.mask = mask;
        }
    }

    public Alignments(CountTable table, Metric metric, List<Truth> truths) {
        this.table = table;
        this.metric = metric;
        this.truths = List.copyOf(truths);
        mirrored = MirroredOrder.of(table.values);
        for (int p = 0; p < truths.size(); p++) {
            groupOf(truths.get(p)).members.add(p);
        }
    }

    private Group groupOf(Truth truth) {
        boolean[] mask = truth.mask();
        for (Group group : groups) {
            if (java.util.Arrays.equals(group.mask, mask)) {
                return group;
            }
        }
        Group group = new Group(mask);
        groups.add(group);
        return group;
    }

    /** One alignment a population, in their order; NaN where it is not defined. */
    public double[] of(double[] weights) {
        double[] result = new double[truths.size()];
        for (Group group : groups) {
            double[] topicWeight = new double[table.topics()];
            double[] valueWeight = new double[table.values.length];
            margins(weights, group.mask, topicWeight, valueWeight);
            if (metric.correlation()) {
                correlations(weights, topicWeight, valueWeight, group, result);
            } else if (metric == Metric.MEAN_ALIGNMENT) {
                group.members.forEach(p -> result[p] = meanAlignment(weights, topicWeight, truths.get(p)));
            } else {
                double[] means = topicMeans(weights, topicWeight);
                group.members.forEach(p -> result[p] = ofMeans(means, topicWeight, truths.get(p)));
            }
        }
        return result;
    }

    /** Sums of the weights by topic and by value, over the topics of the mask. */
    private void margins(double[] weights, boolean[] mask, double[] topicWeight, double[] valueWeight) {
        for (int q = 0; q < topicWeight.length; q++) {
            if (mask[q]) {
                double sum = 0;
                for (int e = table.start[q]; e < table.start[q + 1]; e++) {
                    sum += weights[e];
                    valueWeight[table.value[e]] += weights[e];
                }
                topicWeight[q] = sum;
            }
        }
    }

    private void correlations(
            double[] weights, double[] topicWeight, double[] valueWeight, Group group, double[] result) {
        double[] x = scores(valueWeight);
        double total = 0;
        double sum = 0;
        for (int v = 0; v < x.length; v++) {
            total += valueWeight[v];
            sum += valueWeight[v] * x[v];
        }
        double mean = middle(sum / total);
        double variation = 0;
        for (int v = 0; v < x.length; v++) {
            x[v] -= mean;
            variation += valueWeight[v] * x[v] * x[v];
        }
        double[] deviation = new double[table.topics()];
        for (int q = 0; q < deviation.length; q++) {
            if (topicWeight[q] > 0) {
                for (int e = table.start[q]; e < table.start[q + 1]; e++) {
                    deviation[q] += weights[e] * x[table.value[e]];
                }
            }
        }
        for (int p : group.members) {
            result[p] = correlation(deviation, variation, topicWeight, total, truths.get(p));
        }
    }

    /** What is correlated, by value. */
    private double[] scores(double[] valueWeight) {
        if (metric == Metric.SPEARMAN) {
            return Ranks.ofAscending(valueWeight.clone());
        }
        double[] scores = table.values.clone();
        if (metric == Metric.MIRRORED) {
            mirrored.ranks(valueWeight, scores);
        }
        return scores;
    }

    /** What is correlated, by topic. */
    private double[] scores(Truth truth, double[] topicWeight) {
        return switch (metric) {
            case SPEARMAN -> truth.ranks(topicWeight);
            case MIRRORED -> truth.mirroredRanks(topicWeight);
            default -> truth.polarity;
        };
    }

    /** The mean that deviations are taken from: with their mirror images, signed ranks have 0. */
    private double middle(double mean) {
        return metric == Metric.MIRRORED ? 0 : mean;
    }

    private double correlation(double[] deviation, double variation, double[] topicWeight, double total, Truth truth) {
        double[] y = scores(truth, topicWeight);
        double sum = 0;
        for (int q = 0; q < y.length; q++) {
            sum += topicWeight[q] > 0 ? topicWeight[q] * y[q] : 0;
        }
        double mean = middle(sum / total);
        double truthVariation = 0;
        double joint = 0;
        double scale = 0;
        for (int q = 0; q < y.length; q++) {
            if (topicWeight[q] > 0) {
                double d = y[q] - mean;
                truthVariation += topicWeight[q] * d * d;
                joint += deviation[q] * d;
                scale = Math.max(scale, Math.abs(y[q]));
            }
        }
        double negligible = 1e-20 * total * Math.max(1, scale * scale); // a constant column, but for rounding
        return variation > negligible && truthVariation > negligible
                ? Math.max(-1, Math.min(1, joint / Math.sqrt(variation) / Math.sqrt(truthVariation)))
                : Double.NaN;
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
