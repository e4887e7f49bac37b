package dev.cultivar.stats;

import java.util.Arrays;

/**
 * Correlations in [-1, 1]. {@code NaN} where they are not defined: fewer than two distinct values (with weight) on either side.
 * A weight is a count: the result is the one that repeating each pair that many times would give.
 */
public final class Correlation {

    private Correlation() {}

    /**
     * Spearman's rho: Pearson's correlation of mid-ranks.
     *
     * @throws IllegalArgumentException if lengths differ or a value is not finite
     */
    public static double spearman(double[] x, double[] y) {
        return spearman(x, y, ones(x.length));
    }

    /**
     * Spearman's rho of weighted pairs. For many weights over the same pairs see {@link WeightedSpearman}.
     *
     * @throws IllegalArgumentException if lengths differ, a value is not finite or a weight is negative
     */
    public static double spearman(double[] x, double[] y, double[] w) {
        return WeightedSpearman.of(x, y).rho(w);
    }

    /**
     * Pearson's product-moment correlation.
     *
     * @throws IllegalArgumentException if lengths differ or a value is not finite
     */
    public static double pearson(double[] x, double[] y) {
        return pearson(x, y, ones(x.length));
    }

    /**
     * Pearson's correlation of weighted pairs.
     *
     * @throws IllegalArgumentException if lengths differ, a value is not finite or a weight is negative
     */
    public static double pearson(double[] x, double[] y, double[] w) {
        Require.sameLength("x", x, "y", y);
        Require.sameLength("x", x, "w", w);
        Require.finite("x", x);
        Require.finite("y", y);
        Require.weights("w", w);
        if (constant(x, w) || constant(y, w)) {
            return Double.NaN;
        }
        return WeightedSpearman.correlation(x, y, w);
    }

    private static boolean constant(double[] x, double[] w) {
        int first = 0;
        while (first < x.length && w[first] == 0) {
            first++;
        }
        for (int i = first + 1; i < x.length; i++) {
            if (w[i] > 0 && x[i] != x[first]) {
                return false;
            }
        }
        return true;
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
