package dev.cultivar.stats;

/**
 * Spearman's rho over fixed pairs under many weights: sorted once, then one linear pass per call. Made for bootstraps on counts; their
 * cost then depends on the number of distinct pairs, not on how often each occurs. Immutable; safe to share between threads.
 */
final class WeightedSpearman {

    private final TieOrder x;
    private final TieOrder y;
    private final int pairs;

    private WeightedSpearman(TieOrder x, TieOrder y, int pairs) {
        this.x = x;
        this.y = y;
        this.pairs = pairs;
    }

    /**
     * Sorts the pairs.
     *
     * @throws IllegalArgumentException if lengths differ or a value is not finite
     */
    public static WeightedSpearman of(double[] x, double[] y) {
        Require.sameLength("x", x, "y", y);
        Require.finite("x", x);
        Require.finite("y", y);
        return new WeightedSpearman(TieOrder.of(x), TieOrder.of(y), x.length);
    }

    /**
     * Rho where pair {@code i} occurs {@code w[i]} times.
     *
     * @param w one count per pair, finite and &gt;= 0
     * @return rho in [-1, 1], or NaN with fewer than two distinct values that carry weight on either side
     * @throws IllegalArgumentException if there is not one weight per pair, or a weight is negative or not finite
     */
    public double rho(double[] w) {
        if (w.length != pairs) {
            throw new IllegalArgumentException(
                    "there are " + w.length + " weights for " + pairs + " pairs; one is needed for each");
        }
        Require.weights("w", w);
        double[] rankX = new double[pairs];
        double[] rankY = new double[pairs];
        int distinctX = x.midRanks(w, rankX);
        int distinctY = y.midRanks(w, rankY);
        if (distinctX < 2 || distinctY < 2) {
            return Double.NaN;
        }
        return correlation(rankX, rankY, w);
    }

    /** Product-moment correlation of weighted pairs, in [-1, 1]; both columns must vary under the weights. */
    static double correlation(double[] x, double[] y, double[] w) {
        double total = 0;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < w.length; i++) {
            total += w[i];
            meanX += w[i] * x[i];
            meanY += w[i] * y[i];
        }
        meanX /= total;
        meanY /= total;
        double sxx = 0;
        double syy = 0;
        double sxy = 0;
        for (int i = 0; i < w.length; i++) {
            double dx = x[i] - meanX;
            double dy = y[i] - meanY;
            sxx += w[i] * dx * dx;
            syy += w[i] * dy * dy;
            sxy += w[i] * dx * dy;
        }
        double product =
                sxx * syy; // one root keeps a perfect correlation at exactly 1; two roots survive extreme scales
        boolean safe = product > 1e-290 && product < 1e290;
        double r = safe ? sxy / Math.sqrt(product) : sxy / Math.sqrt(sxx) / Math.sqrt(syy);
        return Math.max(-1, Math.min(1, r)); // keeps NaN
    }
}
