package dev.cultivar.analysis;

/**
 * Self-consistency before division by the judge's reliability: Spearman's rho over all ordered pairs of different responses to the same
 * topic. In closed form from counts: a response to a topic with {@code m} of them stands in {@code m - 1} pairs on either side, and the
 * sum of products over different responses is the square of the sum less the sum of squares.
 */
final class Consistency {

    private final CountTable table;

    Consistency(CountTable table) {
        this.table = table;
    }

    /**
     * Rho where each topic counts so many times. Copies of a topic are never paired with each other, nor a response with itself.
     *
     * @return in [-1,1]; NaN where there are no pairs or all responses are equal
     */
    double of(int[] times) {
        double[] sums = new double[table.values.length];
        for (int e = 0; e < table.count.length; e++) {
            sums[table.value[e]] += pairs(e, times);
        }
        double[] ranks = Alignments.midRanks(sums);
        double total = 0;
        double mean = 0;
        for (int e = 0; e < table.count.length; e++) {
            total += pairs(e, times);
            mean += pairs(e, times) * ranks[table.value[e]];
        }
        mean /= total;
        double variation = 0;
        double joint = 0;
        for (int q = 0; q < table.topics(); q++) {
            double sum = 0;
            double squares = 0;
            for (int e = table.start[q]; e < table.start[q + 1]; e++) {
                double d = ranks[table.value[e]] - mean;
                sum += table.count[e] * d;
                squares += table.count[e] * d * d;
                variation += pairs(e, times) * d * d;
            }
            joint += times[q] * (sum * sum - squares);
        }
        return variation > 1e-20 * total * total * total // all ranks equal, but for rounding
                ? Math.max(-1, Math.min(1, joint / variation))
                : Double.NaN;
    }

    private double pairs(int entry, int[] times) {
        int q = table.topic[entry];
        return (double) times[q] * table.count[entry] * (table.responses[q] - 1);
    }

    /** Topics with at least two responses. */
    int topics() {
        int topics = 0;
        for (long responses : table.responses) {
            topics += responses > 1 ? 1 : 0;
        }
        return topics;
    }
}
