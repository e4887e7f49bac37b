package dev.cultivar.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The sorted order of a column, and where its tied values begin and end: sorted once, ranked many times under new weights. Immutable;
 * safe to share between threads.
 */
public final class TieOrder {

    private final int[] order;
    /** {@code order[starts[t] .. starts[t + 1] - 1]} are the positions that share the t-th smallest value. */
    private final int[] starts;

    private TieOrder(int[] order, int[] starts) {
        this.order = order;
        this.starts = starts;
    }

    /** Sorts a column; NaN has no rank. */
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
     * Moments of a column's mid-ranks, after subtracting their mean.
     *
     * @param own weighted sum of their squares
     * @param joint sum of their products with another column
     */
    public record Moments(double own, double joint) {}

    /**
     * Moments of weighted mid-ranks in one pass, without the ranks themselves. Made for loops: nothing is checked.
     *
     * @param w counts, &gt;= 0, one per value of the column
     * @param total sum of the counts where the column is not NaN
     * @param other the other column
     */
    public Moments moments(double[] w, double total, double[] other) {
        double mean = (total + 1) / 2;
        double own = 0;
        double joint = 0;
        double below = 0;
        int from = 0;
        for (int t = 1; t < starts.length; t++) {
            int at = order[from++];
            double here = w[at];
            double beside = other[at];
            for (; from < starts[t]; from++) {
                at = order[from];
                here += w[at];
                beside += other[at];
            }
            double d = below + (here + 1) / 2 - mean;
            own += here * d * d;
            joint += beside * d;
            below += here;
        }
        return new Moments(own, joint);
    }

    /**
     * Writes weighted mid-ranks: the rank that each of {@code w[i]} copies of a value would have. Made for loops: nothing is checked.
     *
     * @param w counts, &gt;= 0, one per value of the column
     * @param ranks where they go, in the order of the column; left as it is where the column is NaN
     * @return how many distinct values carry weight
     */
    public int midRanks(double[] w, double[] ranks) {
        int distinct = 0;
        double below = 0;
        int from = 0;
        for (int t = 1; t < starts.length; t++) {
            int to = starts[t];
            int at = order[from++];
            double here = w[at];
            for (int i = from; i < to; i++) {
                here += w[order[i]];
            }
            double rank = below + (here + 1) / 2;
            ranks[at] = rank;
            while (from < to) {
                ranks[order[from++]] = rank;
            }
            distinct += here > 0 ? 1 : 0; // no branch: it would be unpredictable
            below += here;
        }
        return distinct;
    }
}
