package dev.cultivar.stats;

import java.util.Arrays;

/**
 * The proportions in which known distributions are mixed, by maximum likelihood: the nonparametric estimate of a mixing distribution
 * (Laird 1978) on given points. It is found by expectation and maximisation. Each step multiplies the weight of component {@code g} by
 * {@code d(g) = sum over y of s(y) p(y|g) / f(y)}, where {@code s} are the observed shares of the outcomes and {@code f} those under the
 * mixture. No step lowers the likelihood (Dempster, Laird and Rubin 1977).
 *
 * <p>The distance from the maximum is bounded at every step: by Jensen's inequality, no weights have a mean log-likelihood more than
 * {@code log(max d)} above the current one (Lindsay 1983 gives the same with {@code max d - 1}). This bounds the likelihood, not the
 * weights: if components are alike, very different weights may explain the outcomes equally well. Immutable.
 */
public final class MixingDistribution {

    private final double[] weights;
    private final double gap;
    private final int steps;

    private MixingDistribution(double[] weights, double gap, int steps) {
        this.weights = weights;
        this.gap = gap;
        this.steps = steps;
    }

    /**
     * Fits the weights of components.
     *
     * @param shares how often each outcome was observed, &gt;= 0, in any unit; at least one above 0. Outcomes that no component with a
     *     starting weight can produce are left out
     * @param likelihood probability of each outcome (rows) under each component (columns), in [0, 1]
     * @param start weights to start from, summing to 1; a component that starts at 0 stays there
     * @param tolerance stops where the mean log-likelihood of one observation is at most this far below its maximum, &gt; 0
     * @param mostSteps stops after this many steps in any case, &gt;= 0
     * @throws IllegalArgumentException if lengths differ, a share is negative, or no observed outcome can be produced
     */
    public static MixingDistribution fit(
            double[] shares, double[][] likelihood, double[] start, double tolerance, int mostSteps) {
        if (shares.length != likelihood.length) {
            throw new IllegalArgumentException("there are " + shares.length + " shares for " + likelihood.length
                    + " rows of likelihoods; one is needed for each");
        }
        Require.weights("shares", shares);
        Require.positive("tolerance", tolerance);
        double[] weights = start.clone();
        double[] gradient = new double[weights.length];
        for (int step = 0; ; step++) {
            gradient(shares, likelihood, weights, gradient);
            double gap = Math.log(Arrays.stream(gradient).max().orElse(Double.NaN));
            if (gap <= tolerance || step >= mostSteps) {
                return new MixingDistribution(weights, Math.max(0, gap), step);
            }
            for (int g = 0; g < weights.length; g++) {
                weights[g] *= gradient[g];
            }
        }
    }

    private static void gradient(double[] shares, double[][] likelihood, double[] weights, double[] gradient) {
        Arrays.fill(gradient, 0);
        double total = 0;
        for (int y = 0; y < shares.length; y++) {
            double[] row = likelihood[y];
            double expected = 0;
            for (int g = 0; g < weights.length && shares[y] > 0; g++) {
                expected += weights[g] * row[g];
            }
            if (expected > 0) {
                double ratio = shares[y] / expected;
                for (int g = 0; g < weights.length; g++) {
                    gradient[g] += ratio * row[g];
                }
                total += shares[y];
            }
        }
        if (total == 0) {
            throw new IllegalArgumentException("no component can give any of the outcomes that were observed");
        }
        for (int g = 0; g < weights.length; g++) {
            gradient[g] /= total;
        }
    }

    /** Equal weights for {@code components} components: a start that rules out none. */
    public static double[] flat(int components) {
        double[] flat = new double[components];
        Arrays.fill(flat, 1.0 / components);
        return flat;
    }

    /** Weight of each component, &gt;= 0; they sum to 1 (a copy). */
    public double[] weights() {
        return weights.clone();
    }

    /** Upper bound on how far the mean log-likelihood of one observation is below its maximum, &gt;= 0. */
    double gap() {
        return gap;
    }

    /** Number of steps taken. */
    int steps() {
        return steps;
    }
}
