package dev.cultivar.stats;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Power of a two-sided test of an estimate against a bound, in the direction of the effect, and the effect that it can detect. Effects are
 * distances from the bound in planned standard errors. With finite degrees of freedom the standard error is assumed to be estimated, so t
 * follows the non-central t distribution; infinite degrees of freedom give the normal distribution.
 *
 * @param alpha significance level of the test, in (0, 1); half of it lies on the side of the effect
 * @param df degrees of freedom, &gt; 0, or infinite
 */
public record Power(double alpha, double df) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final GaussIntegratorFactory GAUSS = new GaussIntegratorFactory();
    private static final int PIECES = 64;

    public Power {
        Require.openUnit("alpha", alpha);
        Require.positive("degrees of freedom", df);
    }

    /** A test with known standard error. */
    public static Power twoSided(double alpha) {
        return new Power(alpha, Double.POSITIVE_INFINITY);
    }

    /** The same test with an estimated standard error. */
    public Power withDegreesOfFreedom(double degrees) {
        return new Power(alpha, degrees);
    }

    /**
     * The smallest effect found with probability {@code power}.
     *
     * @param power in (0, 1) and above half of alpha, such as 0.8
     * @return distance from the bound in standard errors, &gt; 0
     */
    public double detectable(double power) {
        Require.openUnit("power", power);
        double least = alpha / 2;
        if (power <= least) {
            throw new IllegalArgumentException(
                    "power is " + power + "; it must be above " + least + ", that of no effect");
        }
        double high = 1;
        while (of(high) < power) {
            high *= 2;
        }
        return new BrentSolver(1e-12, 1e-10).solve(500, shift -> of(shift) - power, 0, high);
    }

    /**
     * Probability of rejecting at a true distance from the bound.
     *
     * @param shift distance in standard errors, at least 0
     * @return in [0, 1]; half of alpha for no effect
     */
    public double of(double shift) {
        Require.finite("shift", shift);
        double tail = alpha / 2;
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
