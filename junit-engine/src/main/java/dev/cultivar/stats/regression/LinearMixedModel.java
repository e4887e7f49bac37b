package dev.cultivar.stats.regression;

import java.util.Arrays;

/**
 * A linear model with one random intercept, {@code y = X b + u(group) + e}, fitted by REML: the model and criterion of R's
 * {@code lme4::lmer(y ~ 0 + X + (1 | group))} and the degrees of freedom of {@code lmerTest}. The cost is linear in the number of rows.
 * Immutable.
 *
 * <p>If the group variance is estimated as 0 ({@link #boundary()}), the fit equals that of {@link LeastSquares}, with n - p degrees of
 * freedom; lmerTest gives the same. This is also the result where the data say nothing about the group variance: with a single group, or
 * with columns that already tell all groups apart.
 */
public final class LinearMixedModel {

    private final Coefficients table;
    private final double groupVariance;
    private final double residualVariance;
    private final double remlLogLikelihood;
    private final double fixedVariance;
    private final boolean converged;

    private LinearMixedModel(
            Coefficients table, RemlPoint point, double remlLogLikelihood, double fixedVariance, boolean converged) {
        this.table = table;
        this.groupVariance = point.phi * point.residualVariance;
        this.residualVariance = point.residualVariance;
        this.remlLogLikelihood = remlLogLikelihood;
        this.fixedVariance = fixedVariance;
        this.converged = converged;
    }

    /**
     * Fits {@code y} on the columns of {@code x}; no intercept is added.
     *
     * @param y n finite values
     * @param x n rows of p columns, n &gt; p
     * @param group any number that is the same within a group, one per row
     * @param names for the error messages: one name per column, or none at all
     * @throws IllegalArgumentException if shapes differ, a value is not finite (names the row), a column is a combination of the ones
     *     before it (names the column), every group has one row only, or the columns reproduce y exactly
     */
    public static LinearMixedModel fit(double[] y, double[][] x, int[] group, String... names) {
        DesignCheck.check(y, x, names);
        GroupIndex groups = GroupIndex.of(group, y.length);
        if (groups.count() == y.length) {
            throw new IllegalArgumentException(
                    "every group has one row only, so group and residual variance cannot be told apart; use least squares");
        }
        Orthonormal basis = Orthonormal.of(x, names);
        // The REML criterion does not change when a combination of the columns is subtracted from y; the rest has fewer
        // digits to lose.
        double[] start = basis.project(y);
        double[] rest = y.clone();
        Orthonormal.add(rest, -1, basis.combine(start));
        double norm = Orthonormal.dot(y, y);
        if (Orthonormal.dot(rest, rest) <= 1e-28 * y.length * norm) {
            throw new IllegalArgumentException(
                    "the columns reproduce y exactly, so there is no residual variance to estimate");
        }
        RemlSearch search = new RemlSearch(new GroupMoments(basis, rest, groups));
        RemlPoint point = search.lowest();
        boolean converged = !search.atEnd(point);

        double[] along = start.clone();
        Orthonormal.add(along, 1, point.beta);
        double fixedVariance = variance(basis.combine(along));
        double reml = -(point.deviance + 2 * basis.logDeterminantR()) / 2;
        Coefficients table = table(basis, along, point, converged, y.length);
        return new LinearMixedModel(table, point, reml, fixedVariance, converged);
    }

    private static Coefficients table(Orthonormal basis, double[] along, RemlPoint point, boolean converged, int rows) {
        double[] variances = basis.diagonalToOriginal(point.inverse);
        double[] errors = Arrays.stream(variances)
                .map(v -> Math.sqrt(v * point.residualVariance))
                .toArray();
        double[] df = new double[errors.length];
        if (!converged) {
            Arrays.fill(df, Double.NaN);
        } else if (point.phi == 0) {
            Arrays.fill(df, rows - df.length);
        } else {
            df = point.satterthwaite(basis);
        }
        return new Coefficients(basis.toOriginal(along), errors, df);
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
    }

    /** The table of fixed effects. */
    public Coefficients table() {
        return table;
    }

    /** Variance of the random intercept, &gt;= 0. */
    public double groupVariance() {
        return groupVariance;
    }

    /** Variance of the residuals within groups, &gt; 0. */
    public double residualVariance() {
        return residualVariance;
    }

    /** Maximum of the REML criterion, with the same constants as lme4's {@code logLik}. */
    public double remlLogLikelihood() {
        return remlLogLikelihood;
    }

    /** Whether a minimum was found; false where nothing varies within groups, so that the likelihood has no maximum. */
    boolean converged() {
        return converged;
    }

    /** Whether the group variance is estimated as 0, the end of its range ("singular" in lme4). */
    public boolean boundary() {
        return groupVariance == 0;
    }

    /** Share of the variance due to the fixed effects, in [0, 1] (Nakagawa and Schielzeth 2013). */
    public double marginalRSquared() {
        return fixedVariance / (fixedVariance + groupVariance + residualVariance);
    }

    /** Share of the variance due to fixed effects and groups together, in [0, 1] (Nakagawa and Schielzeth 2013). */
    public double conditionalRSquared() {
        return (fixedVariance + groupVariance) / (fixedVariance + groupVariance + residualVariance);
    }
}
