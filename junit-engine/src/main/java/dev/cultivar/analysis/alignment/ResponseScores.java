package dev.cultivar.analysis.alignment;

import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.stats.MirroredOrder;
import dev.cultivar.stats.Ranks;
import dev.cultivar.stats.TieOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The responses' side of correlations. Immutable; safe to share between threads. */
public final class ResponseScores {

    private final CountTable table;
    private final MirroredOrder mirrored;

    /** The scores of one sample. */
    public ResponseScores(CountTable table) {
        this.table = table;
        mirrored = MirroredOrder.of(table.values);
    }

    /** The responses under weights of the table's entries; the weights must not change while the result is in use. */
    public Under under(double[] weights) {
        return new Under(weights);
    }

    /**
     * The responses under some weights. What was computed for one population is kept for others that know the same topics. Safe to share
     * between threads.
     */
    public final class Under {

        final double[] weights;

        /**
         * A linked list. Two threads may compute the same element, but with equal results; an element that one of them drops is computed
         * again.
         */
        private @Nullable Weighted last;

        private Under(double[] weights) {
            this.weights = weights;
        }

        /** @param mask topics that count */
        Weighted on(boolean[] mask, Metric metric) {
            @Nullable Sums sums = null;
            for (@Nullable Weighted known = last; known != null; known = known.before) {
                if (Arrays.equals(known.sums.mask, mask)) {
                    if (known.metric == metric) {
                        return known;
                    }
                    sums = known.sums;
                }
            }
            Weighted found = new Weighted(sums == null ? new Sums(weights, mask) : sums, weights, metric, last);
            last = found;
            return found;
        }
    }

    /** Sums of weights, on some topics. */
    private final class Sums {

        private final boolean[] mask;
        private final double[] byTopic = new double[table.topics()];
        private final double[] byValue = new double[table.values.length];
        private final double total;

        Sums(double[] weights, boolean[] mask) {
            this.mask = mask.clone();
            for (int q = 0; q < byTopic.length; q++) {
                if (mask[q]) {
                    double sum = 0;
                    for (int e = table.start[q]; e < table.start[q + 1]; e++) {
                        sum += weights[e];
                        byValue[table.value[e]] += weights[e];
                    }
                    byTopic[q] = sum;
                }
            }
            double all = 0;
            for (double weight : byValue) {
                all += weight;
            }
            total = all;
        }
    }

    /** The scores under some weights, on some topics. */
    final class Weighted {

        /** Sums of the weights by topic; 0 for those that do not count. */
        final double[] topicWeight;

        /** Weighted sums of the scores by topic, less their mean; 0 for topics that do not count. */
        final double[] deviation;

        private final Sums sums;
        private final Metric metric;
        private final double variation;

        /** Rounding gives a constant column far less variation than this; any other column has far more. */
        private final double negligible;

        private final @Nullable Weighted before;

        private Weighted(Sums sums, double[] weights, Metric metric, @Nullable Weighted before) {
            this.sums = sums;
            this.metric = metric;
            this.before = before;
            topicWeight = sums.byTopic;
            double[] x = scores();
            variation = centre(x);
            double scale = metric == Metric.PEARSON ? 1 : Math.max(1, sums.total);
            negligible = 1e-20 * sums.total * scale * scale;
            deviation = new double[topicWeight.length];
            for (int q = 0; q < deviation.length; q++) {
                if (sums.mask[q]) {
                    double sum = 0;
                    for (int e = table.start[q]; e < table.start[q + 1]; e++) {
                        sum += weights[e] * x[table.value[e]];
                    }
                    deviation[q] = sum;
                }
            }
        }

        /** The scores to correlate, by value. */
        private double[] scores() {
            if (metric == Metric.SPEARMAN) {
                return Ranks.ofAscending(sums.byValue.clone());
            }
            double[] scores = table.values.clone();
            if (metric == Metric.MIRRORED) {
                mirrored.ranks(sums.byValue, scores);
            }
            return scores;
        }

        /** Subtracts the mean from the scores and returns the weighted sum of their squares. */
        private double centre(double[] x) {
            double sum = 0;
            for (int v = 0; v < x.length; v++) {
                sum += sums.byValue[v] * x[v];
            }
            double mean = metric == Metric.MIRRORED
                    ? 0
                    : sum / sums.total; // signed ranks and their mirror images have mean 0
            double squares = 0;
            for (int v = 0; v < x.length; v++) {
                x[v] -= mean;
                squares += sums.byValue[v] * x[v] * x[v];
            }
            return squares;
        }

        /** The correlation with a population; NaN where it is not defined. */
        double correlation(Truth truth) {
            if (metric == Metric.SPEARMAN) {
                TieOrder.Moments moments = truth.order.moments(topicWeight, sums.total, deviation);
                return correlation(moments.joint(), moments.own());
            }
            double[] y = metric == Metric.MIRRORED ? truth.mirroredRanks(topicWeight) : truth.scores;
            double mean = metric == Metric.MIRRORED ? 0 : mean(y);
            double joint = 0;
            double own = 0;
            for (int q = 0;
                    q < y.length;
                    q++) { // all topics: a branch on the weight would be unpredictable in a bootstrap
                double d = y[q] - mean;
                own += topicWeight[q] * d * d;
                joint += deviation[q] * d;
            }
            return correlation(joint, own);
        }

        private double mean(double[] y) {
            double sum = 0;
            for (int q = 0; q < y.length; q++) {
                sum += topicWeight[q] * y[q];
            }
            return sum / sums.total;
        }

        /**
         * The correlation with a population; NaN where it is not defined.
         *
         * @param joint sum of the products of {@link #deviation} and the population's deviations
         * @param own weighted sum of the squares of the population's deviations
         */
        double correlation(double joint, double own) {
            return variation > negligible && own > negligible
                    ? Math.max(-1, Math.min(1, joint / Math.sqrt(variation) / Math.sqrt(own)))
                    : Double.NaN;
        }
    }
}
