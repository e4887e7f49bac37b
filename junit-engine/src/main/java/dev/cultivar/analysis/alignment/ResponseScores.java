package dev.cultivar.analysis.alignment;

import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.stats.MirroredOrder;
import dev.cultivar.stats.Ranks;

/** The responses' side of a correlation, which populations that know the same topics share. */
final class ResponseScores {

    private final CountTable table;
    private final Metric metric;
    private final MirroredOrder mirrored;

    ResponseScores(CountTable table, Metric metric) {
        this.table = table;
        this.metric = metric;
        mirrored = MirroredOrder.of(table.values);
    }

    /** Under some weights, on some topics. */
    static final class Weighted {

        /** Sums of the weights by topic; 0 for those that do not count. */
        final double[] topicWeight;

        /** Weighted sums of the scores by topic, less their mean. */
        private final double[] deviation;

        private final double total;
        private final double variation;
        private final Metric metric;

        private Weighted(double[] topicWeight, double[] deviation, double total, double variation, Metric metric) {
            this.topicWeight = topicWeight;
            this.deviation = deviation;
            this.total = total;
            this.variation = variation;
            this.metric = metric;
        }

        /**
         * The correlation with a population; NaN where it is not defined.
         *
         * @param y the population's scores by topic
         */
        double correlation(double[] y) {
            double mean = metric == Metric.MIRRORED ? 0 : mean(y);
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

        private double mean(double[] y) {
            double sum = 0;
            for (int q = 0; q < y.length; q++) {
                sum += topicWeight[q] > 0 ? topicWeight[q] * y[q] : 0;
            }
            return sum / total;
        }
    }

    /** @param mask topics that count */
    Weighted of(double[] weights, boolean[] mask) {
        double[] topicWeight = new double[table.topics()];
        double[] valueWeight = new double[table.values.length];
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
        double[] x = scores(valueWeight);
        double total = 0;
        double sum = 0;
        for (int v = 0; v < x.length; v++) {
            total += valueWeight[v];
            sum += valueWeight[v] * x[v];
        }
        double mean = metric == Metric.MIRRORED ? 0 : sum / total; // with their mirror images, signed ranks have 0
        double variation = 0;
        for (int v = 0; v < x.length; v++) {
            x[v] -= mean;
            variation += valueWeight[v] * x[v] * x[v];
        }
        double[] deviation = new double[topicWeight.length];
        for (int q = 0; q < deviation.length; q++) {
            if (topicWeight[q] > 0) {
                for (int e = table.start[q]; e < table.start[q + 1]; e++) {
                    deviation[q] += weights[e] * x[table.value[e]];
                }
            }
        }
        return new Weighted(topicWeight, deviation, total, variation, metric);
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
}
