package dev.cultivar.stats.regression;

/**
 * {@code X = Q R} with orthonormal columns Q and upper triangular R, by modified Gram-Schmidt run twice (Giraud, Langou and Rozloznik
 * 2005: then Q is orthogonal to machine precision). Columns are first scaled to length 1, so their units do not matter. The mixed model
 * needs Q itself as its columns, and this way costs less than forming it from Householder vectors.
 */
final class Orthonormal {

    /** If less than this share of a column is new, it counts as a combination of the preceding ones, as in R's lm. */
    private static final double TOLERANCE = 1e-7;

    private final double[][] q;
    private final double[][] inverseR;
    private final double logDeterminantR;

    private Orthonormal(double[][] q, double[][] inverseR, double logDeterminantR) {
        this.q = q;
        this.inverseR = inverseR;
        this.logDeterminantR = logDeterminantR;
    }

    /** @throws IllegalArgumentException naming the first column that depends on the preceding ones */
    static Orthonormal of(double[][] x, String[] names) {
        int n = x.length;
        int p = x[0].length;
        double[][] q = new double[p][n];
        double[][] r = new double[p][p];
        double[] scale = new double[p];
        double logDeterminant = 0;
        for (int j = 0; j < p; j++) {
            double[] v = q[j];
            scale[j] = equilibrate(x, j, v);
            if (scale[j] == 0) {
                throw new IllegalArgumentException(
                        DesignCheck.column(j, names) + " is 0 in every row; leave it out of the design");
            }
            for (int pass = 0; pass < 2; pass++) {
                for (int i = 0; i < j; i++) {
                    double along = dot(q[i], v);
                    r[i][j] += along;
                    add(v, -along, q[i]);
                }
            }
            double fresh = Math.sqrt(dot(v, v));
            if (fresh < TOLERANCE) {
                throw new IllegalArgumentException(DesignCheck.column(j, names)
                        + " is a linear combination of the columns before it; leave one of them out of the design");
            }
            r[j][j] = fresh;
            for (int i = 0; i < n; i++) {
                v[i] /= fresh;
            }
            logDeterminant += Math.log(fresh) + Math.log(scale[j]);
        }
        return new Orthonormal(q, invert(r, scale), logDeterminant);
    }

    int columns() {
        return q.length;
    }

    /** Column {@code j} of Q; it must not be modified. */
    double[] column(int j) {
        return q[j];
    }

    double logDeterminantR() {
        return logDeterminantR;
    }

    /** {@code Q' y}. */
    double[] project(double[] y) {
        double[] along = new double[q.length];
        for (int j = 0; j < q.length; j++) {
            along[j] = dot(q[j], y);
        }
        return along;
    }

    /** {@code Q a}. */
    double[] combine(double[] a) {
        double[] sum = new double[q[0].length];
        for (int j = 0; j < q.length; j++) {
            add(sum, a[j], q[j]);
        }
        return sum;
    }

    /** {@code R^-1 a}: turns coefficients of Q's columns into those of X's. */
    double[] toOriginal(double[] a) {
        double[] b = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = i; j < a.length; j++) {
                b[i] += inverseR[i][j] * a[j];
            }
        }
        return b;
    }

    /** The diagonal of {@code R^-1 M R^-T} for a symmetric M: turns variances on Q's columns into those on X's. */
    double[] diagonalToOriginal(double[][] m) {
        int p = m.length;
        double[] diagonal = new double[p];
        for (int i = 0; i < p; i++) {
            for (int j = i; j < p; j++) {
                for (int k = i; k < p; k++) {
                    diagonal[i] += inverseR[i][j] * m[j][k] * inverseR[i][k];
                }
            }
        }
        return diagonal;
    }

    private static double equilibrate(double[][] x, int j, double[] into) {
        double largest = 0;
        for (double[] row : x) {
            largest = Math.max(largest, Math.abs(row[j]));
        }
        if (largest == 0) {
            return 0;
        }
        for (int i = 0; i < into.length; i++) {
            into[i] = x[i][j] / largest;
        }
        double length = Math.sqrt(dot(into, into));
        for (int i = 0; i < into.length; i++) {
            into[i] /= length;
        }
        return largest * length;
    }

    private static double[][] invert(double[][] r, double[] scale) {
        int p = r.length;
        double[][] inverse = new double[p][p];
        for (int j = 0; j < p; j++) {
            inverse[j][j] = 1 / r[j][j];
            for (int i = j - 1; i >= 0; i--) {
                double sum = 0;
                for (int k = i + 1; k <= j; k++) {
                    sum += r[i][k] * inverse[k][j];
                }
                inverse[i][j] = -sum / r[i][i];
            }
        }
        for (int i = 0; i < p; i++) {
            for (int j = i; j < p; j++) {
                inverse[i][j] /= scale[i];
            }
        }
        return inverse;
    }

    /** Four sums side by side: with a single one, each addition would wait for the one before. */
    static double dot(double[] a, double[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int whole = a.length & ~3;
        for (int i = 0; i < whole; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (int i = whole; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    static void add(double[] to, double factor, double[] from) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * from[i];
        }
    }
}
