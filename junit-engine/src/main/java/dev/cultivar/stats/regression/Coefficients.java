package dev.cultivar.stats.regression;

/**
 * A regression table: estimates with standard errors, degrees of freedom, and t tests against 0. Arrays are copies, with one value per
 * column.
 */
public final class Coefficients {

    private final double[] estimates;
    private final double[] standardErrors;
    private final double[] degreesOfFreedom;

    Coefficients(double[] estimates, double[] standardErrors, double[] degreesOfFreedom) {
        this.estimates = estimates;
        this.standardErrors = standardErrors;
        this.degreesOfFreedom = degreesOfFreedom;
    }

    /** Number of columns. */
    public int size() {
        return estimates.length;
    }

    /** Estimates. */
    public double[] coefficients() {
        return estimates.clone();
    }

    /** Standard errors, &gt;= 0. */
    public double[] standardErrors() {
        return standardErrors.clone();
    }

    /** Degrees of freedom of the t tests; not always whole numbers, NaN where undefined. */
    public double[] degreesOfFreedom() {
        return degreesOfFreedom.clone();
    }

    /** Estimates divided by standard errors. */
    double[] tValues() {
        double[] t = new double[estimates.length];
        for (int j = 0; j < t.length; j++) {
            t[j] = estimates[j] / standardErrors[j];
        }
        return t;
    }
}
