package dev.cultivar.analysis.alignment;

import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.stats.Ranks;
import java.util.Arrays;

/**
 * Self-consistency before division by the judge's reliability: Spearman's rho over all ordered pairs of different responses to the same
 * topic. In closed form from counts: a response to a topic with {@code m} of them stands in {@code m - 1} pairs on either side, and the
 * sum of products over different responses is the square of the sum less the sum of squares.
 */
public final class Consistency {

    private final CountTable table;

    public Consistency(CountTable table) {
        this.table = table;
    }

    /**
     * Rho where each topic counts so many times. Copies of a topic are never paired with each other, nor a response with itself.
     *
     * @return in [-1,1]; NaN where there are no pairs or all responses are equal
     */
    public double of(int[] times) {
        return pairs(table.weights(), Arrays.stream(times).asDoubleStream().toArray());
    }

    /**
     * Rho without one response, where the other pairs of its topic share the weight of those that it stood in.
     *
     * @param q topic with at least three responses
     * @param entry that the response is counted in
     */
    public double without(int q, int entry) {
        double[] rows = table.weights();
        rows[entry]--;
        double[] times = new double[table.topics()];
        Arrays.fill(times, 1);
        times[q] = table.responses[q] / (table.responses[q] - 2.0);
        return pairs(rows, times);
    }

    /**
     * Rho over all pairs of different <em>rows</em>, where rows may be copies of one response. That is how the published analysis came to
     * pair responses with themselves.
     *
     * @param rows how often each entry occurs
     */
    public double ofRows(double[] rows) {
        double[] once = new double[table.topics()];
        Arrays.fill(once, 1);
        return pairs(rows, once);
    }

    private double pairs(double[] rows, double[] times) {
        double[] ofTopic = new double[table.topics()];
        for (int e = 0; e < rows.length; e++) {
            ofTopic[table.topic[e]] += rows[e];
        }
        double[] pairs = new double[rows.length];
        double[] sums = new double[table.values.length];
        double total = 0;
        for (int e = 0; e < rows.length; e++) {
            int q = table.topic[e];
            pairs[e] = times[q] * rows[e] * Math.max(0, ofTopic[q] - 1);
            sums[table.value[e]] += pairs[e];
            total += pairs[e];
        }
        double[] ranks = Ranks.ofAscending(sums);
        double mean = (total + 1) / 2; // of mid-ranks
        double variation = 0;
        double joint = 0;
        for (int q = 0; q < table.topics(); q++) {
            double sum = 0;
            double squares = 0;
            for (int e = table.start[q]; e < table.start[q + 1]; e++) {
                double d = ranks[table.value[e]] - mean;
                sum += rows[e] * d;
                squares += rows[e] * d * d;
                variation += pairs[e] * d * d;
            }
            joint += times[q] * (sum * sum - squares);
        }
        return variation > 1e-20 * total * total * total // all ranks equal, but for rounding
                ? Math.max(-1, Math.min(1, joint / variation))
                : Double.NaN;
    }

    /** Which topics count: all, whatever a population says. */
    public boolean[] mask() {
        boolean[] mask = new boolean[table.topics()];
        Arrays.fill(mask, true);
        return mask;
    }

    /** Topics with at least two responses. */
    public int topics() {
        int topics = 0;
        for (long responses : table.responses) {
            topics += responses > 1 ? 1 : 0;
        }
        return topics;
    }

    /** Responses a topic, over topics with at least two; the mean that an analysis of variance takes where they differ. */
    public double members() {
        double sum = 0;
        double squares = 0;
        for (long responses : table.responses) {
            if (responses > 1) {
                sum += responses;
                squares += (double) responses * responses;
            }
        }
        int topics = topics();
        return topics > 1 ? (sum - squares / sum) / (topics - 1) : sum;
    }
}
