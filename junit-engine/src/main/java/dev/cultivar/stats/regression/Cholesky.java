package dev.cultivar.stats.regression;

/**
 * {@code A = L L'} of a small positive definite matrix. Commons Math's version has a fixed threshold on pivots, which may be tiny here.
 */
final class Cholesky {

    private final double[][] l;

    /** @throws ArithmeticException if the matrix is not positive definite */
    Cholesky(double[][] a) {
        int p = a.length;
        l = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                if (i != j) {
                    l[i][j] = sum / l[j][j];
                } else if (sum > 0) {
                    l[i][i] = Math.sqrt(sum);
                } else {
                    throw new ArithmeticException("the matrix is not positive definite in column " + i);
                }
            }
        }
    }

    double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < l.length; i++) {
            sum += 2 * Math.log(l[i][i]);
        }
        return sum;
    }

    double[][] inverse() {
        int p = l.length;
        double[][] root = new double[p][p]; // L^-1
        for (int j = 0; j < p; j++) {
            root[j][j] = 1 / l[j][j];
            for (int i = j + 1; i < p; i++) {
                double sum = 0;
                for (int k = j; k < i; k++) {
                    sum -= l[i][k] * root[k][j];
                }
                root[i][j] = sum / l[i][i];
            }
        }
        double[][] inverse = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = i; k < p; k++) {
                    sum += root[k][i] * root[k][j];
                }
                inverse[i][j] = sum;
                inverse[j][i] = sum;
            }
        }
        return inverse;
    }
}
