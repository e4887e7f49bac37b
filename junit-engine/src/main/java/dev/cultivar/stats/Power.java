package dev.cultivar.stats;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Power of a test of an estimate against a bound, and the effect that it can detect. The effect is the distance from the bound; the
 * standard error is the planned one. With finite degrees of freedom the standard error is assumed to be estimated, so t follows the
 * non-central t distribution; infinite degrees of freedom give the normal distribution.
 *
 * @param alpha significance level of the test, in (0, 1)
 * @param twoSided whether the test is two-sided; then only rejections in the direction of the effect count
 * @param df degrees of freedom, &gt; 0, or infinite
 */
public record Power(double alpha, boolean twoSided, double df) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final GaussIntegratorFactory GAUSS = new GaussIntegratorFactory();
    private static final int PIECES = 64;

    public Power {
        Require.openUnit("alpha", alpha);
        Require.positive("degrees of freedom", df);
    }

    /** A one-sided test with known standard error. */
    public static Power oneSided(double alpha) {
        return new Power(alpha, false, Double.POSITIVE_INFINITY);
    }

    /** A two-sided test with known standard error. */
    public static Power twoSided(double alpha) {
        return new Power(alpha, true, Double.POSITIVE_INFINITY);
    }

    /** The same test with an estimated standard error. */
    public Power withDegreesOfFreedom(double degrees) {
        return new Power(alpha, twoSided, degrees);
    }

    /**
     * Probability of rejecting when the true distance from the bound is {@code effect}.
     *
     * @param stdError standard error, &gt; 0
     * @return in [0, 1]; alpha for no effect (half of it if two-sided)
     */
    public double of(double effect, double stdError) {
        Require.finite("effect", effect);
        Require.positive("standard error", stdError);
        return ofShift(Math.abs(effect) / stdError);
    }

    /**
     * The smallest effect found with probability {@code power}.
     *
     * @param power in (0, 1) and above alpha, such as 0.8
     * @return distance from the bound, &gt; 0, in the unit of the standard error
     */
    public double minimumDetectable(double stdError, double power) {
        Require.positive("standard error", stdError);
        return stdError * shiftFor(power);
    }

    private double shiftFor(double power) {
        Require.openUnit("power", power);
        double least = twoSided ? alpha / 2 : alpha;
        if (power <= least) {
            throw new IllegalArgumentException(
                    "power is " + power + "; it must be above " + least + ", that of no effect");
        }
        double high = 1;
        while (ofShift(high) < power) {
            high *= 2;
        }
        return new BrentSolver(1e-12, 1e-10).solve(500, shift -> ofShift(shift) - power, 0, high);
    }

    private double ofShift(double shift) {
        double tail = twoSided ? alpha / 2 : alpha;
        if (Double.isInfinite(df)) {
            return NORMAL.survivalProbability(NORMAL.inverseSurvivalProbability(tail) - shift);
        }
        double critical = TDistribution.of(df).inverseSurvivalProbability(tail);
        // P(Z + shift > critical sqrt(W / df)) over W, chi-squared; on the scale of sqrt(W / df) the density is smooth.
        ChiSquaredDistribution chi = ChiSquaredDistribution.of(df);
        double low = Math.sqrt(chi.inverseCumulativeProbability(1e-13) / df);
        double high = Math.sqrt(chi.inverseSurvivalProbability(1e-13) / df);
        double sum = 0;
        for (int piece = 0; piece < PIECES; piece++) {
            double from = low + (high - low) * piece / PIECES;
            GaussIntegrator rule = GAUSS.legendre(20, from, low + (high - low) * (piece + 1) / PIECES);
            sum += rule.integrate(
                    r -> NORMAL.cumulativeProbability(shift - critical * r) * chi.density(df * r * r) * 2 * df * r);
        }
        return Math.min(1, sum);
    }
}
