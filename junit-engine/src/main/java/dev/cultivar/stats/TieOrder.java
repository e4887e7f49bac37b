package dev.cultivar.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The sorted order of a column and where its tied values begin and end: sorted once, ranked many times under new weights. Immutable; safe
 * to share between threads.
 */
public final class TieOrder {

    private final int[] order;
    /** {@code order[starts[t] .. starts[t + 1] - 1]} are the positions that share the t-th smallest value. */
    private final int[] starts;

    private TieOrder(int[] order, int[] starts) {
        this.order = order;
        this.starts = starts;
    }

    /** Sorts a column; NaN has no place in it. */
    public static TieOrder of(double[] x) {
        double[] values = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            values[i] = x[i] + 0.0; // -0.0 and 0.0 are one value
        }
        int[] order = IntStream.range(0, x.length)
                .filter(i -> !Double.isNaN(values[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int n = order.length;
        int[] starts = new int[n + 1];
        int ties = 0;
        for (int i = 0; i < n; i++) {
            if (i == 0 || values[order[i]] != values[order[i - 1]]) {
                starts[ties++] = i;
            }
        }
        starts[ties] = n;
        return new TieOrder(order, Arrays.copyOf(starts, ties + 1));
    }

    /**
     * Writes weighted mid-ranks: the rank that each of {@code w[i]} copies of a value would have. Made for loops: it checks nothing.
     *
     * @param w counts, &gt;= 0, one a value of the column
     * @param ranks where they go, in the order of the column; left as it is where the column is NaN
     * @return how many distinct values carry weight
     */
    public int midRanks(double[] w, double[] ranks) {
        int distinct = 0;
        double below = 0;
        int from = 0;
        for (int t = 1; t < starts.length; t++) {
            int to = starts[t];
            double here = w[order[from]];
            for (int i = from + 1; i < to; i++) {
                here += w[order[i]];
            }
            double rank = below + (here + 1) / 2;
            while (from < to) {
                ranks[order[from++]] = rank;
            }
            if (here > 0) {
                distinct++;
            }
            below += here;
        }
        return distinct;
    }
}
