package dev.cultivar.stats.regression;

/**
 * The REML criterion at one ratio {@code phi} of group variance to residual variance, profiled over coefficients and residual variance
 * (Bates, Mächler, Bolker and Walker 2015, Eq. 39-42), with its exact derivatives in phi. For a group of size n with means m and y, only
 * {@code h = n / (1 + n phi)} depends on phi:
 *
 * <pre>A(phi) = W + sum h m m',   rss(phi) = min over b of (within) + sum h (y - m'b)^2</pre>
 */
final class RemlPoint {

    final double phi;
    /** {@code A(phi)^-1}: the covariance of the coefficients of the orthonormal columns, in units of the residual variance. */
    final double[][] inverse;

    final double[] beta;
    final double residualVariance;
    final double deviance;
    /** First derivative of the deviance with respect to phi. */
    final double slope;

    private final GroupMoments data;
    private final double rss;
    private final double rssSlope;
    /** Mean residual of each group. */
    private final double[] misfit;

    RemlPoint(GroupMoments data, double phi) {
        this.data = data;
        this.phi = phi;
        int p = data.columns;
        double[][] a = new double[p][];
        for (int j = 0; j < p; j++) {
            a[j] = data.within[j].clone();
        }
        addBetween(a, 0);
        Cholesky factor = new Cholesky(a);
        inverse = factor.inverse();
        double[] c = data.withinY.clone();
        for (int g = 0; g < data.groups; g++) {
            Orthonormal.add(c, h(g, 0) * data.meanY[g], data.mean[g]);
        }
        beta = multiply(inverse, c);
        misfit = new double[data.groups];
        double squares = data.withinYy
                - 2 * Orthonormal.dot(beta, data.withinY)
                + Orthonormal.dot(beta, multiply(data.within, beta));
        double squaresSlope = 0;
        double logGroups = 0;
        double logGroupsSlope = 0;
        for (int g = 0; g < data.groups; g++) {
            misfit[g] = data.meanY[g] - Orthonormal.dot(data.mean[g], beta);
            squares += h(g, 0) * misfit[g] * misfit[g];
            squaresSlope += h(g, 1) * misfit[g] * misfit[g];
            int n = data.sizes[data.sizeOf[g]];
            logGroups += Math.log1p(n * phi);
            logGroupsSlope += h(g, 0);
        }
        rss = Math.max(squares, Double.MIN_NORMAL);
        rssSlope = squaresSlope;
        int free = data.rows - p;
        residualVariance = rss / free;
        deviance = logGroups + factor.logDeterminant() + free * (1 + Math.log(2 * Math.PI * residualVariance));
        slope = logGroupsSlope + trace(inverse, derivative(1)) + free * rssSlope / rss;
    }

    /** The k-th derivative of a group's {@code h} with respect to phi, k from 0 to 2. */
    private double h(int group, int k) {
        return weight(data.sizes[data.sizeOf[group]], k);
    }

    private double weight(int n, int k) {
        double h = n / (1 + n * phi);
        return switch (k) {
            case 0 -> h;
            case 1 -> -h * h;
            default -> 2 * h * h * h;
        };
    }

    private void addBetween(double[][] to, int k) {
        for (int s = 0; s < data.sizes.length; s++) {
            double weight = weight(data.sizes[s], k);
            for (int j = 0; j < to.length; j++) {
                Orthonormal.add(to[j], weight, data.between[s][j]);
            }
        }
    }

    /** The k-th derivative of A with respect to phi, k from 1. */
    private double[][] derivative(int k) {
        double[][] a = new double[data.columns][data.columns];
        addBetween(a, k);
        return a;
    }

    /**
     * Satterthwaite's degrees of freedom of each coefficient: {@code 2 v^2 / (g' S g)}, where v is its variance, g the gradient of v, and
     * S twice the inverse Hessian of the (unprofiled) deviance, the derivatives being with respect to phi and the residual variance. This
     * is lmerTest's definition, which takes the square roots of the two as parameters; at a stationary point the choice makes no
     * difference.
     */
    double[] satterthwaite(Orthonormal basis) {
        double s = residualVariance;
        int free = data.rows - data.columns;
        double[][] a1 = derivative(1);
        double[][] product = multiply(inverse, a1);
        double[] pull = new double[data.columns];
        double rssCurve = 0;
        double logCurve = 0;
        for (int g = 0; g < data.groups; g++) {
            Orthonormal.add(pull, h(g, 1) * misfit[g], data.mean[g]);
            rssCurve += h(g, 2) * misfit[g] * misfit[g];
            logCurve += h(g, 1);
        }
        rssCurve -= 2 * Orthonormal.dot(pull, multiply(inverse, pull));
        double curve = logCurve + trace(inverse, derivative(2)) - trace(product, product);
        double hPhi = curve + rssCurve / s;
        double hMixed = -rssSlope / (s * s);
        double hSigma = free / (s * s);
        double determinant = hPhi * hSigma - hMixed * hMixed;

        double[] variance = basis.diagonalToOriginal(inverse);
        double[] gradient = basis.diagonalToOriginal(multiply(product, inverse));
        double[] df = new double[variance.length];
        for (int j = 0; j < df.length; j++) {
            double byPhi = -gradient[j] / variance[j]; // of log v, so that no column's unit causes an overflow
            double bySigma = 1 / s;
            double spread = 2
                    * (byPhi * byPhi * hSigma - 2 * byPhi * bySigma * hMixed + bySigma * bySigma * hPhi)
                    / determinant;
            df[j] = determinant > 0 ? 2 / spread : Double.NaN;
        }
        return df;
    }

    private static double[] multiply(double[][] m, double[] v) {
        double[] product = new double[m.length];
        for (int i = 0; i < m.length; i++) {
            product[i] = Orthonormal.dot(m[i], v);
        }
        return product;
    }

    private static double[][] multiply(double[][] a, double[][] b) {
        double[][] product = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < a.length; k++) {
                Orthonormal.add(product[i], a[i][k], b[k]);
            }
        }
        return product;
    }

    /** {@code tr(A B)}. */
    private static double trace(double[][] a, double[][] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < a.length; k++) {
                sum += a[i][k] * b[k][i];
            }
        }
        return sum;
    }
}
