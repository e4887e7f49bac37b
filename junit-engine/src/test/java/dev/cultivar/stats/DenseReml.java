package dev.cultivar.stats;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/** The profiled REML log-likelihood from its definition, with the full covariance matrix: slow and independent. */
public final class DenseReml {

    private DenseReml() {}

    public static double logLikelihood(double[] y, double[][] x, int[] group, double ratio) {
        int n = y.length;
        int p = x[0].length;
        RealMatrix v = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                v.setEntry(i, k, (i == k ? 1 : 0) + (group[i] == group[k] ? ratio : 0));
            }
        }
        CholeskyDecomposition covariance = new CholeskyDecomposition(v, 1e-12, 0);
        RealMatrix design = new Array2DRowRealMatrix(x);
        RealMatrix information =
                design.transpose().multiply(covariance.getSolver().solve(design));
        CholeskyDecomposition factor = new CholeskyDecomposition(information, 1e-6, 0);
        RealVector values = new ArrayRealVector(y);
        RealVector beta = factor.getSolver()
                .solve(design.transpose().operate(covariance.getSolver().solve(values)));
        RealVector residual = values.subtract(design.operate(beta));
        double rss = residual.dotProduct(covariance.getSolver().solve(residual));
        double deviance = logDeterminant(covariance)
                + logDeterminant(factor)
                + (n - p) * (1 + Math.log(2 * Math.PI * rss / (n - p)));
        return -deviance / 2;
    }

    private static double logDeterminant(CholeskyDecomposition factor) {
        RealMatrix l = factor.getL();
        double sum = 0;
        for (int i = 0; i < l.getRowDimension(); i++) {
            sum += 2 * Math.log(l.getEntry(i, i));
        }
        return sum;
    }
}
