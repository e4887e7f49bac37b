package dev.cultivar.stats;

import java.util.Arrays;

/**
 * Correlations in [-1, 1]; {@code NaN} where undefined, that is, with fewer than two distinct values (with weight) on either side. A
 * weight is a count: the result is the same as if each pair were repeated that many times.
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

    /**
     * Spearman's rho of weighted pairs together with their mirror images {@code (1 - x, 1 - y)}: it stays the same when any pair is
     * replaced by its image.
     *
     * @param x values in [0,1]
     * @param y values in [0,1]
     * @return NaN where all weight on one side lies at one half
     * @throws IllegalArgumentException if lengths differ, a value is not finite or a weight is negative
     */
    public static double mirrored(double[] x, double[] y, double[] w) {
        Require.sameLength("x", x, "y", y);
        Require.sameLength("x", x, "w", w);
        Require.finite("x", x);
        Require.finite("y", y);
        Require.weights("w", w);
        double[] rankX = new double[x.length];
        double[] rankY = new double[y.length];
        MirroredOrder.of(x).ranks(w, rankX);
        MirroredOrder.of(y).ranks(w, rankY);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < w.length; i++) {
            xx += w[i] * rankX[i] * rankX[i];
            yy += w[i] * rankY[i] * rankY[i];
            xy += w[i] * rankX[i] * rankY[i];
        }
        return Math.max(-1, Math.min(1, xy / Math.sqrt(xx) / Math.sqrt(yy)));
    }

    /**
     * Correlation of x and y after removing what both share with z (Yule 1907).
     *
     * @param xy correlation of x and y
     * @param xz correlation of x and z
     * @param yz correlation of y and z
     * @return NaN where z is x or y
     */
    public static double partial(double xy, double xz, double yz) {
        double left = Math.sqrt((1 - xz * xz) * (1 - yz * yz));
        return left > 0 ? Math.max(-1, Math.min(1, (xy - xz * yz) / left)) : Double.NaN;
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
