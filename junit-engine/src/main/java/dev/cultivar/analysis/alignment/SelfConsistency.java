package dev.cultivar.analysis.alignment;

import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.stats.Ranks;
import java.util.Arrays;

/**
 * Self-consistency before division by the judge's reliability: Spearman's rho over all ordered pairs of different responses to the same
 * topic. It is computed in closed form from counts: each of the {@code m} responses to a topic stands in {@code m - 1} pairs on either
 * side, and the sum of products over different responses is the square of the sum minus the sum of squares.
 */
public final class SelfConsistency {

    private final CountTable table;
    private final double[] counts;
    private final double[] once;

    public SelfConsistency(CountTable table) {
        this.table = table;
        counts = table.weights();
        once = new double[table.topics()];
        Arrays.fill(once, 1);
    }

    /**
     * Rho where topic {@code q} counts {@code times[q]} times. Copies of a topic are never paired with each other, nor a response with
     * itself.
     *
     * @return in [-1,1]; NaN where there are no pairs or all responses are equal
     */
    public double of(int[] times) {
        double[] often = new double[times.length];
        for (int q = 0; q < often.length; q++) {
            often[q] = times[q];
        }
        return pairs(counts, often);
    }

    /**
     * Rho without one response; the other pairs of its topic share the weight of the pairs that it stood in.
     *
     * @param q topic with at least three responses
     * @param entry that the response is counted in
     */
    public double without(int q, int entry) {
        double[] others = counts.clone();
        others[entry]--;
        double[] times = once.clone();
        times[q] = table.responses[q] / (table.responses[q] - 2.0);
        return pairs(others, times);
    }

    /**
     * Rho over all pairs of different <em>rows</em>, where rows may be copies of one response. That is how the published analysis came to
     * pair responses with themselves.
     *
     * @param rows how often each entry occurs
     */
    public double ofRows(double[] rows) {
        return pairs(rows, once);
    }

    private double pairs(double[] rows, double[] times) {
        double[] singles = new double[table.values.length];
        double[] pairs = new double[table.values.length];
        double total = 0;
        for (int q = 0; q < times.length; q++) {
            double ofTopic = 0;
            for (int e = table.start[q]; e < table.start[q + 1]; e++) {
                ofTopic += rows[e];
            }
            double partners = Math.max(0, ofTopic - 1);
            for (int e = table.start[q]; e < table.start[q + 1]; e++) {
                double single = times[q] * rows[e];
                singles[table.value[e]] += single;
                pairs[table.value[e]] += single * partners;
            }
            total += times[q] * ofTopic * partners;
        }
        double[] deviations = Ranks.ofAscending(pairs.clone());
        double variation = 0;
        double joint = 0;
        for (int v = 0; v < pairs.length; v++) {
            deviations[v] -= (total + 1) / 2; // the mean of mid-ranks
            variation += pairs[v] * deviations[v] * deviations[v];
            joint -= singles[v] * deviations[v] * deviations[v];
        }
        for (int q = 0; q < times.length; q++) {
            double sum = 0;
            for (int e = table.start[q]; e < table.start[q + 1]; e++) {
                sum += rows[e] * deviations[table.value[e]];
            }
            joint += times[q] * sum * sum;
        }
        return variation > 1e-20 * total * total * total // all ranks equal, but for rounding
                ? Math.max(-1, Math.min(1, joint / variation))
                : Double.NaN;
    }

    /** Which topics count: all of them, whatever truth a population has. */
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

    /** Responses per topic, over topics with at least two; where the numbers differ, the mean that an analysis of variance uses. */
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
