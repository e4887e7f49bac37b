package dev.cultivar.stats.regression;

import java.util.Arrays;

/** Ordinary least squares by QR, with classical standard errors. Immutable. */
public final class LeastSquares {

    private final Coefficients table;
    private final double[] residuals;
    private final double residualVariance;
    private final double rSquared;

    private LeastSquares(Coefficients table, double[] residuals, double variance, double rSquared) {
        this.table = table;
        this.residuals = residuals;
        this.residualVariance = variance;
        this.rSquared = rSquared;
    }

    /**
     * Fits {@code y} on the columns of {@code x}; no intercept is added.
     *
     * @param y n finite values
     * @param x n rows of p columns, n &gt; p
     * @param names for the error messages: one name per column, or none at all
     * @throws IllegalArgumentException if shapes differ, a value is not finite (names the row), or a column is a combination of the
     *     preceding ones (names the column)
     */
    public static LeastSquares fit(double[] y, double[][] x, String... names) {
        DesignCheck.check(y, x, names);
        Orthonormal basis = Orthonormal.of(x, names);
        int n = y.length;
        int p = basis.columns();
        double[] along = basis.project(y);
        double[] residuals = remainder(y, basis.combine(along));
        double[] correction = basis.project(residuals); // refines the projection once
        Orthonormal.add(along, 1, correction);
        residuals = remainder(y, basis.combine(along));
        double rss = Orthonormal.dot(residuals, residuals);
        double variance = rss / (n - p);
        double[][] identity = new double[p][p];
        for (int j = 0; j < p; j++) {
            identity[j][j] = variance;
        }
        Coefficients table = table(basis.toOriginal(along), basis.diagonalToOriginal(identity), n - p);
        return new LeastSquares(table, residuals, variance, 1 - rss / total(y, basis));
    }

    /** Sum of squares around the mean where the columns span a constant, otherwise around 0, as in R and statsmodels. */
    private static double total(double[] y, Orthonormal basis) {
        double[] ones = new double[y.length];
        Arrays.fill(ones, 1);
        double[] left = remainder(ones, basis.combine(basis.project(ones)));
        boolean constant = Orthonormal.dot(left, left) < 1e-14 * y.length;
        double mean = constant ? Arrays.stream(y).average().orElse(0) : 0;
        return Arrays.stream(y).map(v -> (v - mean) * (v - mean)).sum();
    }

    private static double[] remainder(double[] y, double[] part) {
        double[] left = y.clone();
        Orthonormal.add(left, -1, part);
        return left;
    }

    private static Coefficients table(double[] estimates, double[] variances, double df) {
        double[] degrees = new double[estimates.length];
        Arrays.fill(degrees, df);
        return new Coefficients(
                estimates, Arrays.stream(variances).map(Math::sqrt).toArray(), degrees);
    }

    /** The classical table, which assumes independent residuals with equal variance. */
    public Coefficients table() {
        return table;
    }

    /** Residuals, one per row (a copy). */
    double[] residuals() {
        return residuals.clone();
    }

    /** Residual sum of squares divided by n - p. */
    double residualVariance() {
        return residualVariance;
    }

    /** Share of the variation explained: around the mean where the columns span a constant, else around 0. NaN for a constant y. */
    public double rSquared() {
        return rSquared;
    }
}
