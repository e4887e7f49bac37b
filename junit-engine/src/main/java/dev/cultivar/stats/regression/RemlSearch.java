package dev.cultivar.stats.regression;

import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * Finds the lowest REML deviance over the variance ratio. The profile can have several minima, one of them often at 0, so its slope is
 * followed over a grid from "nothing between groups" to "nothing within". Brent's method locates the minimum at each change from falling
 * to rising; the lowest of these and the boundary wins.
 */
final class RemlSearch {

    /** The grid over log phi: from where a group's rows are practically independent to where they are practically equal. */
    private static final double FIRST = Math.log(1e-10);

    private static final double LAST = Math.log(1e12);
    private static final double STEP = 1;
    /** An interior minimum must beat the boundary by more than rounding: a flat profile says nothing about the groups. */
    private static final double BETTER = 1e-9;

    private final GroupMoments data;

    RemlSearch(GroupMoments data) {
        this.data = data;
    }

    /** @return the best point; the end of the grid if the deviance still falls there, so that there is no minimum */
    RemlPoint lowest() {
        RemlPoint boundary = new RemlPoint(data, 0);
        RemlPoint best = boundary;
        RemlPoint before = boundary;
        double origin = FIRST - Math.log(data.largestGroup());
        for (double tau = origin; tau <= LAST; tau += STEP) {
            RemlPoint here = new RemlPoint(data, Math.exp(tau));
            if (before.slope < 0 && here.slope >= 0) {
                best = lower(best, between(before.phi, here.phi), boundary);
            }
            before = here;
        }
        return before.slope < 0 ? lower(best, before, boundary) : best;
    }

    boolean atEnd(RemlPoint point) {
        return point.phi > Math.exp(LAST - STEP) && point.slope < 0;
    }

    private RemlPoint between(double low, double high) {
        double root = low == 0
                ? new BrentSolver(1e-13, 0).solve(300, phi -> new RemlPoint(data, phi).slope, 0, high)
                : Math.exp(new BrentSolver(1e-15, 1e-13)
                        .solve(
                                300,
                                tau -> Math.exp(tau) * new RemlPoint(data, Math.exp(tau)).slope,
                                Math.log(low),
                                Math.log(high)));
        return new RemlPoint(data, root);
    }

    private static RemlPoint lower(RemlPoint best, RemlPoint candidate, RemlPoint boundary) {
        boolean real = candidate.deviance < boundary.deviance - BETTER;
        return real && candidate.deviance < best.deviance ? candidate : best;
    }
}
