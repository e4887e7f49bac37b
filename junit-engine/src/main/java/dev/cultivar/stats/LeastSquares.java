package dev.cultivar.stats;

import java.util.Arrays;

/** Ordinary least squares by QR, with classical, HC3 and cluster-robust standard errors. Immutable. */
public final class LeastSquares {

    private final Orthonormal basis;
    private final Coefficients table;
    private final double[] fitted;
    private final double[] residuals;
    private final double residualVariance;
    private final double rSquared;

    private LeastSquares(
            Orthonormal basis,
            Coefficients table,
            double[] fitted,
            double[] residuals,
            double variance,
            double rSquared) {
        this.basis = basis;
        this.table = table;
        this.fitted = fitted;
        this.residuals = residuals;
        this.residualVariance = variance;
        this.rSquared = rSquared;
    }

    /**
     * Fits {@code y} on the columns of {@code x}; no intercept is added.
     *
     * @param y n finite values
     * @param x n rows of p columns, n &gt; p
     * @throws IllegalArgumentException if shapes differ, a value is not finite (names the row), or a column is a combination of the ones
     *     before it (names the column)
     */
    public static LeastSquares fit(double[] y, double[][] x) {
        return fit(y, x, new String[0]);
    }

    /**
     * The same, with names of the columns for the error messages.
     *
     * @param names one name a column, or none at all
     */
    public static LeastSquares fit(double[] y, double[][] x, String... names) {
        Design.check(y, x, names);
        Orthonormal basis = Orthonormal.of(x, names);
        int n = y.length;
        int p = basis.columns();
        double[] along = basis.project(y);
        double[] residuals = remainder(y, basis.combine(along));
        double[] correction = basis.project(residuals); // refines the projection once
        Orthonormal.add(along, 1, correction);
        double[] fitted = basis.combine(along);
        residuals = remainder(y, fitted);
        double rss = Orthonormal.dot(residuals, residuals);
        double variance = rss / (n - p);
        double[][] identity = new double[p][p];
        for (int j = 0; j < p; j++) {
            identity[j][j] = variance;
        }
        Coefficients table = table(basis.toOriginal(along), basis.diagonalToOriginal(identity), n - p);
        return new LeastSquares(basis, table, fitted, residuals, variance, 1 - rss / total(y, basis));
    }

    /** Around the mean where the columns hold a constant, else around 0, as R and statsmodels do. */
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

    /** The classical table: equal, independent residuals. */
    public Coefficients table() {
        return table;
    }

    /**
     * Standard errors that allow residuals of unequal variance, HC3 (MacKinnon and White 1985), with n - p degrees of freedom. NaN where
     * a row alone determines a coefficient, so that its residual says nothing.
     */
    public Coefficients hc3() {
        int p = basis.columns();
        double[][] meat = new double[p][p];
        for (int i = 0; i < residuals.length; i++) {
            double leverage = 0;
            for (int j = 0; j < p; j++) {
                leverage += basis.column(j)[i] * basis.column(j)[i];
            }
            double rest = 1 - leverage;
            double scaled = rest > 1e-10 ? residuals[i] / rest : Double.NaN;
            for (int j = 0; j < p; j++) {
                for (int k = 0; k < p; k++) {
                    meat[j][k] += basis.column(j)[i] * basis.column(k)[i] * scaled * scaled;
                }
            }
        }
        return table(table.coefficients(), basis.diagonalToOriginal(meat), residuals.length - p);
    }

    /**
     * Standard errors that allow residuals to be related within clusters, CR1: the sandwich times {@code G/(G-1) (n-1)/(n-p)}, with
     * G - 1 degrees of freedom. They are too small with few clusters (below about 40) of unequal size.
     *
     * @param cluster any number that is the same within a cluster, one a row
     * @throws IllegalArgumentException if there is not one number a row, or only one cluster
     */
    public Coefficients clusterRobust(int[] cluster) {
        Groups clusters = Groups.of(cluster, residuals.length);
        int g = clusters.count();
        if (g < 2) {
            throw new IllegalArgumentException(
                    "there is only one cluster; cluster-robust standard errors need at least two");
        }
        int n = residuals.length;
        int p = basis.columns();
        double[][] scores = new double[p][];
        for (int j = 0; j < p; j++) {
            double[] products = basis.column(j).clone();
            for (int i = 0; i < n; i++) {
                products[i] *= residuals[i];
            }
            scores[j] = clusters.sums(products);
        }
        double factor = g / (g - 1.0) * (n - 1.0) / (n - p);
        double[][] meat = new double[p][p];
        for (int j = 0; j < p; j++) {
            for (int k = 0; k < p; k++) {
                meat[j][k] = factor * Orthonormal.dot(scores[j], scores[k]);
            }
        }
        return table(table.coefficients(), basis.diagonalToOriginal(meat), g - 1);
    }

    /** Estimates, one a column. */
    public double[] coefficients() {
        return table.coefficients();
    }

    /** Classical standard errors. */
    public double[] standardErrors() {
        return table.standardErrors();
    }

    /** n - p, once a column. */
    public double[] degreesOfFreedom() {
        return table.degreesOfFreedom();
    }

    /** Classical t values. */
    public double[] tValues() {
        return table.tValues();
    }

    /** Classical two-sided p-values. */
    public double[] pValues() {
        return table.pValues();
    }

    /** Fitted values, one a row (a copy). */
    public double[] fitted() {
        return fitted.clone();
    }

    /** Residuals, one a row (a copy). */
    public double[] residuals() {
        return residuals.clone();
    }

    /** Residual sum of squares divided by n - p. */
    public double residualVariance() {
        return residualVariance;
    }

    /** Share of the variation explained: around the mean where the columns span a constant, else around 0. NaN for a constant y. */
    public double rSquared() {
        return rSquared;
    }
}
