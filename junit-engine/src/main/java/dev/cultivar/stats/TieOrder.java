package dev.cultivar.stats;

import java.util.Arrays;

/** The sorted order of a column and where its tied values begin and end: sorted once, ranked many times under new weights. */
final class TieOrder {

    private final int[] order;
    /** {@code order[starts[t] .. starts[t + 1] - 1]} are the positions that share the t-th smallest value. */
    private final int[] starts;

    private TieOrder(int[] order, int[] starts) {
        this.order = order;
        this.starts = starts;
    }

    static TieOrder of(double[] x) {
        int n = x.length;
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = x[i] + 0.0; // -0.0 and 0.0 are one value
        }
        Integer[] boxed = new Integer[n];
        Arrays.setAll(boxed, i -> i);
        Arrays.sort(boxed, (a, b) -> Double.compare(values[a], values[b]));
        int[] order = new int[n];
        int[] starts = new int[n + 1];
        int ties = 0;
        for (int i = 0; i < n; i++) {
            order[i] = boxed[i];
            if (i == 0 || values[order[i]] != values[order[i - 1]]) {
                starts[ties++] = i;
            }
        }
        starts[ties] = n;
        return new TieOrder(order, Arrays.copyOf(starts, ties + 1));
    }

    /**
     * Writes weighted mid-ranks.
     *
     * @return how many distinct values carry weight
     */
    int midRanks(double[] w, double[] ranks) {
        int distinct = 0;
        double below = 0;
        for (int t = 0; t + 1 < starts.length; t++) {
            double here = 0;
            for (int i = starts[t]; i < starts[t + 1]; i++) {
                here += w[order[i]];
            }
            double rank = below + (here + 1) / 2;
            for (int i = starts[t]; i < starts[t + 1]; i++) {
                ranks[order[i]] = rank;
            }
            if (here > 0) {
                distinct++;
            }
            below += here;
        }
        return distinct;
    }
}
