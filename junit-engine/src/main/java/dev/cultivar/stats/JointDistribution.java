package dev.cultivar.stats;

/** Two ordered variables, with a mass for every pair of their values. Immutable. */
public final class JointDistribution {

    /** A variance below this share of the greatest square consists of rounding errors. */
    private static final double NEGLIGIBLE = 1e-12;

    private final double[][] mass;
    private final double[] first;
    private final double[] second;
    private double total;

    /**
     * Takes a table of masses.
     *
     * @param mass of the first variable's values (rows, ascending) and the second's (columns, ascending), &gt;= 0; all rows have the same
     *     length. The sum need not be 1
     */
    public JointDistribution(double[][] mass) {
        this.mass = mass.clone();
        first = new double[mass.length];
        second = new double[mass[0].length];
        for (int i = 0; i < mass.length; i++) {
            for (int j = 0; j < mass[i].length; j++) {
                first[i] += mass[i][j];
                second[j] += mass[i][j];
            }
            total += first[i];
        }
    }

    /**
     * Spearman's rho: Pearson's correlation of the mid-ranks that the masses give the values.
     *
     * @return in [-1, 1]; NaN where one value has all the mass, on either side
     */
    public double spearman() {
        return pearson(Ranks.ofAscending(first.clone()), Ranks.ofAscending(second.clone()));
    }

    /**
     * Pearson's correlation.
     *
     * @param x value of each row
     * @param y value of each column
     * @return in [-1, 1]; NaN where one value has all the mass, on either side
     */
    public double pearson(double[] x, double[] y) {
        double[] dx = deviations(x, first);
        double[] dy = deviations(y, second);
        double product = 0;
        for (int i = 0; i < dx.length; i++) {
            double sum = 0;
            for (int j = 0; j < dy.length; j++) {
                sum += mass[i][j] * dy[j];
            }
            product += dx[i] * sum;
        }
        double r = product / Math.sqrt(squares(dx, first, x) * squares(dy, second, y));
        return Math.max(-1, Math.min(1, r)); // keeps NaN
    }

    private double[] deviations(double[] values, double[] margin) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * margin[i];
        }
        double mean = sum / total;
        double[] deviations = values.clone();
        for (int i = 0; i < deviations.length; i++) {
            deviations[i] -= mean;
        }
        return deviations;
    }

    private double squares(double[] deviations, double[] margin, double[] values) {
        double squares = 0;
        double greatest = 0;
        for (int i = 0; i < deviations.length; i++) {
            squares += margin[i] * deviations[i] * deviations[i];
            greatest = Math.max(greatest, values[i] * values[i]);
        }
        return squares > NEGLIGIBLE * total * greatest ? squares : Double.NaN;
    }
}
