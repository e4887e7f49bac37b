package dev.cultivar.stats;

import java.util.Arrays;

/**
 * Ranks from 1 to n; tied values share the mean of the ranks they occupy (mid-ranks). {@link #midRanks(double[], double[])} and
 * {@link Correlation#spearman(double[], double[], double[])} are the reference for every faster way to compute the same ranks and
 * correlations, here and elsewhere; {@code FastCorrelationsTest} tests those against them.
 */
public final class Ranks {

    private Ranks() {}

    /**
     * Mid-ranks of unweighted values.
     *
     * @param x finite values
     * @return ranks in [1, n], in the order of {@code x}
     * @throws IllegalArgumentException if a value is NaN or infinite
     */
    static double[] midRanks(double[] x) {
        Require.finite("x", x);
        double[] ones = new double[x.length];
        Arrays.fill(ones, 1);
        return weighted(x, ones);
    }

    /**
     * Mid-ranks where {@code w[i]} is the number of times {@code x[i]} occurs: the rank that each of its copies would have.
     *
     * @param x finite values
     * @param w counts, finite and &gt;= 0; the rank of a value with count 0 is where it would stand between the others
     * @return ranks in [0.5, sum(w) + 0.5], in the order of {@code x}
     * @throws IllegalArgumentException if lengths differ, a value is not finite or a weight is negative
     */
    public static double[] midRanks(double[] x, double[] w) {
        Require.sameLength("x", x, "w", w);
        Require.finite("x", x);
        Require.weights("w", w);
        return weighted(x, w);
    }

    /**
     * The same, fast, for values that are already distinct and ascending, so only their counts matter. Made for loops: nothing is
     * checked.
     *
     * @param counts how often each value occurs, &gt;= 0; overwritten with the ranks
     * @return {@code counts}
     */
    public static double[] ofAscending(double[] counts) {
        double below = 0;
        for (int v = 0; v < counts.length; v++) {
            double here = counts[v];
            counts[v] = below + (here + 1) / 2;
            below += here;
        }
        return counts;
    }

    private static double[] weighted(double[] x, double[] w) {
        TieOrder order = TieOrder.of(x);
        double[] ranks = new double[x.length];
        order.midRanks(w, ranks);
        return ranks;
    }
}
