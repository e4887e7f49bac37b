package dev.cultivar.stats.sequential;

import java.util.Arrays;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A two-sided test that may stop at any of a few looks, planned before the first. Its error level is spent as by Lan and DeMets (1983),
 * with their function that approximates O'Brien and Fleming's. Looks count from 0. Immutable.
 *
 * <p>The repeated p-value (Jennison and Turnbull 1989) at a look is the least {@link #level} of the looks up to it. It is valid wherever
 * the test stops, so tests that stop at different looks can share an error level.
 */
public final class GroupSequentialDesign {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final Quadrature RULE = Quadrature.legendre(64);
    /** The level of a look is computed between these two; beyond them it is given as 0 or 1. */
    private static final double LEAST = 1e-15;

    private static final double MOST = 0.999;

    private final double[] shares;
    private final Boundaries boundaries;

    /**
     * Plans the looks.
     *
     * @param shares of the information at each look, ascending, in (0, 1]; the last is 1
     * @throws IllegalArgumentException where they are not as required
     */
    public GroupSequentialDesign(double... shares) {
        this(RULE, shares);
    }

    GroupSequentialDesign(Quadrature rule, double... shares) {
        double before = 0;
        for (double share : shares) {
            if (!(share > before && share <= 1)) {
                throw new IllegalArgumentException("shares of the information are " + Arrays.toString(shares)
                        + "; each must be above the one before and at most 1");
            }
            before = share;
        }
        if (before != 1) {
            throw new IllegalArgumentException(
                    "shares of the information are " + Arrays.toString(shares) + "; the last must be 1");
        }
        this.shares = shares.clone();
        this.boundaries = new Boundaries(shares, rule);
    }

    /** Number of looks. */
    int looks() {
        return shares.length;
    }

    /** Share of the information at a look, in (0, 1]. */
    public double share(int look) {
        return shares[look];
    }

    /**
     * Boundaries of |z|, one per look.
     *
     * @param alpha error level in (0, 1)
     */
    public double[] boundaries(double alpha) {
        return boundaries.of(alpha, shares.length);
    }

    /**
     * The level at which the boundary at the look equals the p-value found there.
     *
     * @param p two-sided p-value at the look, in [0, 1]
     * @return in [0, 1]; the p-value itself if there is only one look
     */
    public double level(int look, double p) {
        if (shares.length == 1 || p == 0) {
            return p;
        }
        if (look == 0) {
            return Math.min(1, Spending.level(p, shares[0]));
        }
        double z = NORMAL.inverseSurvivalProbability(p / 2);
        if (boundary(look, MOST) >= z) {
            return 1;
        }
        if (boundary(look, LEAST) <= z) {
            return 0;
        }
        return Math.exp(new BrentSolver(1e-12, 1e-12)
                .solve(200, log -> boundary(look, Math.exp(log)) - z, Math.log(LEAST), Math.log(MOST)));
    }

    /**
     * The largest two-sided p-value at a look that still rejects: the level of a plain test whose interval is the repeated one.
     *
     * @param alpha error level in (0, 1)
     */
    public double nominal(int look, double alpha) {
        return shares.length == 1 ? alpha : 2 * NORMAL.survivalProbability(boundary(look, alpha));
    }

    /**
     * Probability that the last look rejects, on either side, if what was found so far is true.
     *
     * @param z at the look, with its sign
     * @param alpha error level of the last look, in (0, 1)
     * @return in [0, 1]; at the last look 1 or 0
     */
    public double conditionalPower(int look, double z, double alpha) {
        return conditionalPower(z, shares[look], boundary(shares.length - 1, alpha));
    }

    static double conditionalPower(double z, double share, double last) {
        if (share == 1) {
            return Math.abs(z) >= last ? 1 : 0;
        }
        double sum = z * Math.sqrt(share) + z / Math.sqrt(share) * (1 - share);
        double sd = Math.sqrt(1 - share);
        return NORMAL.survivalProbability((last - sum) / sd) + NORMAL.survivalProbability((last + sum) / sd);
    }

    private double boundary(int look, double alpha) {
        return boundaries.of(alpha, look + 1)[look];
    }
}
