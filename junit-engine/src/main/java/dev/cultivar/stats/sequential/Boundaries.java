package dev.cultivar.stats.sequential;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Boundaries of a two-sided group-sequential test, by recursion over the looks (Armitage, McPherson and Rowe 1969): the density of the
 * partial sum, among the paths that have not crossed yet, is carried from look to look. It is even, so only its half above 0 is computed.
 */
final class Boundaries {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    /** Beyond this, a normal variable has no probability that a double could show. */
    private static final double FARTHEST = 38;
    /** How far the density is followed, in standard deviations: less than 1e-32 lies beyond. */
    private static final double FOLLOWED = 12;

    private final double[] shares;
    private final Quadrature rule;

    Boundaries(double[] shares, Quadrature rule) {
        this.shares = shares.clone();
        this.rule = rule;
    }

    /**
     * Boundaries of |Z|.
     *
     * @param alpha error level in (0, 1)
     * @param looks number of looks, at least 1
     */
    double[] of(double alpha, int looks) {
        double[] boundaries = new double[looks];
        double[] at = new double[rule.points()];
        double[] mass = new double[rule.points()];
        double spent = 0;
        for (int look = 0; look < looks; look++) {
            double share = shares[look];
            double due = Spending.upTo(alpha, share);
            double sd = Math.sqrt(share);
            double step = look == 0 ? sd : Math.sqrt(share - shares[look - 1]);
            boundaries[look] = look == 0
                    ? NORMAL.inverseSurvivalProbability(due / 2)
                    : boundary(at, mass, sd, step, Math.max(due - spent, 1e-300));
            spent = due;
            if (look + 1 < looks) {
                double reach = Math.min(boundaries[look], FOLLOWED) * sd;
                double[] next = new double[rule.points()];
                double[] nextMass = new double[rule.points()];
                for (int i = 0; i < next.length; i++) {
                    next[i] = reach * rule.nodes()[i];
                    double density = look == 0 ? phi(next[i] / sd) / sd : density(at, mass, next[i], step);
                    nextMass[i] = density * reach * rule.weights()[i];
                }
                at = next;
                mass = nextMass;
            }
        }
        return boundaries;
    }

    /** The boundary at which {@code due} of the mass still within crosses. */
    private static double boundary(double[] at, double[] mass, double sd, double step, double due) {
        UnivariateFunction excess = b -> {
            double crossing = 0;
            for (int i = 0; i < at.length; i++) {
                crossing += 2
                        * mass[i]
                        * (NORMAL.survivalProbability((b * sd - at[i]) / step)
                                + NORMAL.survivalProbability((b * sd + at[i]) / step));
            }
            return Math.log(Math.max(crossing, 1e-320)) - Math.log(due);
        };
        if (excess.value(FARTHEST) >= 0) {
            return FARTHEST;
        }
        return excess.value(0) <= 0 ? 0 : new BrentSolver(1e-13, 1e-13).solve(200, excess, 0, FARTHEST);
    }

    private static double density(double[] at, double[] mass, double x, double step) {
        double sum = 0;
        for (int i = 0; i < at.length; i++) {
            sum += mass[i] * (phi((x - at[i]) / step) + phi((x + at[i]) / step));
        }
        return sum / step;
    }

    private static double phi(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }
}
