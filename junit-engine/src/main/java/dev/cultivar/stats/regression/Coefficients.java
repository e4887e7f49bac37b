package dev.cultivar.stats.regression;

import dev.cultivar.stats.Interval;
import dev.cultivar.stats.Require;
import org.apache.commons.statistics.distribution.TDistribution;

/** A regression table: estimates with standard errors, degrees of freedom, and t tests against 0. Arrays are copies, one value a column. */
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

    /** Degrees of freedom of the t tests; not always whole, NaN where undefined. */
    public double[] degreesOfFreedom() {
        return degreesOfFreedom.clone();
    }

    /** Estimates divided by standard errors. */
    public double[] tValues() {
        double[] t = new double[estimates.length];
        for (int j = 0; j < t.length; j++) {
            t[j] = estimates[j] / standardErrors[j];
        }
        return t;
    }

    /** Two-sided p-values in [0, 1]; NaN where t or its degrees of freedom are not defined. */
    public double[] pValues() {
        double[] p = tValues();
        for (int j = 0; j < p.length; j++) {
            p[j] = degreesOfFreedom[j] > 0 && !Double.isNaN(p[j])
                    ? Math.min(1, 2 * TDistribution.of(degreesOfFreedom[j]).survivalProbability(Math.abs(p[j])))
                    : Double.NaN;
        }
        return p;
    }

    /**
     * Confidence interval of a coefficient from its t distribution.
     *
     * @throws IllegalArgumentException if confidence is not strictly between 0 and 1
     */
    public Interval interval(int column, double confidence) {
        Require.openUnit("confidence", confidence);
        if (!(degreesOfFreedom[column] > 0) || Double.isNaN(standardErrors[column])) {
            return Interval.undefined(confidence);
        }
        double half = standardErrors[column]
                * TDistribution.of(degreesOfFreedom[column]).inverseSurvivalProbability((1 - confidence) / 2);
        return new Interval(estimates[column] - half, estimates[column] + half, confidence);
    }
}
