package dev.cultivar.stats;

import java.util.Arrays;

/** Distances between paired values and between distributions. */
public final class Distances {

    private static final double LN2 = Math.log(2);

    private Distances() {}

    /**
     * Mean alignment, {@code 1 - mean |x - y|}; in [0, 1] for values in [0, 1].
     *
     * @return NaN for no pairs
     * @throws IllegalArgumentException if lengths differ or a value is not finite
     */
    static double meanAlignment(double[] x, double[] y) {
        double[] ones = new double[x.length];
        Arrays.fill(ones, 1);
        return meanAlignment(x, y, ones);
    }

    /**
     * Mean alignment of pairs that occur {@code w[i]} times.
     *
     * @return NaN where no pair has weight
     * @throws IllegalArgumentException if lengths differ, a value is not finite or a weight is negative
     */
    public static double meanAlignment(double[] x, double[] y, double[] w) {
        Require.sameLength("x", x, "y", y);
        Require.sameLength("x", x, "w", w);
        Require.finite("x", x);
        Require.finite("y", y);
        Require.weights("w", w);
        double total = 0;
        double apart = 0;
        for (int i = 0; i < x.length; i++) {
            total += w[i];
            apart += w[i] * Math.abs(x[i] - y[i]);
        }
        return total > 0 ? 1 - apart / total : Double.NaN;
    }

    /**
     * Jensen-Shannon distance, the square root of the Jensen-Shannon divergence with logarithms to base 2, so in [0, 1] (Endres and
     * Schindelin 2003). Counts will do as well as probabilities, because both sides are divided by their sums.
     *
     * @return NaN where a side sums to 0
     * @throws IllegalArgumentException if lengths differ, or a weight is negative or not finite
     */
    public static double jensenShannon(double[] p, double[] q) {
        Require.sameLength("p", p, "q", q);
        Require.weights("p", p);
        Require.weights("q", q);
        double sumP = Arrays.stream(p).sum();
        double sumQ = Arrays.stream(q).sum();
        if (!(sumP > 0 && sumQ > 0)) {
            return Double.NaN;
        }
        double divergence = 0;
        for (int i = 0; i < p.length; i++) {
            double a = p[i] / sumP;
            double b = q[i] / sumQ;
            double middle = (a + b) / 2;
            divergence += (relative(a, middle) + relative(b, middle)) / 2;
        }
        return Math.sqrt(Math.max(0, Math.min(1, divergence / LN2)));
    }

    private static double relative(double p, double middle) {
        return p > 0 ? p * Math.log(p / middle) : 0;
    }
}
