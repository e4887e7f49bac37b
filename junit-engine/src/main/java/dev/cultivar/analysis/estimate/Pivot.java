package dev.cultivar.analysis.estimate;

import dev.cultivar.stats.Interval;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * An estimate with the basis of its interval and its test at any level: on {@link #scale}, (centre - truth) / standard error is taken to
 * have a t distribution. Interval and p-value are inversions of each other, so they never disagree.
 *
 * @param value the estimate before division by {@code divisor}
 * @param centre the estimate on the scale; finite
 * @param standardError on the scale, at least 0
 * @param df degrees of freedom, greater than 0, or infinite
 * @param scale where the estimate is symmetric around its truth
 * @param divisor constant that the estimate and its bounds are divided by; 1 for most
 */
public record Pivot(double value, double centre, double standardError, double df, Scale scale, double divisor) {

    /** A difference or coefficient with its standard error. */
    public static Pivot line(double value, double standardError, double df) {
        return new Pivot(value, value, standardError, df, Scale.LINE, 1);
    }

    /** The estimate. */
    public double estimate() {
        return value / divisor;
    }

    /**
     * Two-sided interval; it contains the estimate.
     *
     * @param confidence in (0,1)
     */
    public Interval interval(double confidence) {
        return interval(1 - confidence, confidence);
    }

    /**
     * The interval of all thresholds that are not rejected, where {@code p} is the smallest two-sided p-value that does not reject.
     *
     * @param p in (0,1)
     * @param confidence nominal level where the interval is one of several, as at the looks of a run
     */
    public Interval interval(double p, double confidence) {
        double half = t().inverseSurvivalProbability(p / 2) * standardError;
        double lower = Math.min(value, scale.from(centre - half));
        double upper = Math.max(value, scale.from(centre + half));
        return new Interval(lower / divisor, upper / divisor, confidence);
    }

    /**
     * Probability of an estimate at least this far from the truth, in either direction, if the truth were {@code threshold}. The nearer
     * bound of the two-sided interval with confidence {@code 1 - p} lies at the threshold.
     *
     * @return in [0,1]; 0 where the threshold is outside the range of the statistic
     */
    public double p(double threshold) {
        double distance = Math.abs(centre - scale.to(threshold * divisor));
        if (Double.isNaN(distance)) {
            return 0;
        }
        if (standardError == 0) {
            return distance == 0 ? 1 : 0;
        }
        return Math.min(1, 2 * t().survivalProbability(distance / standardError));
    }

    private TDistribution t() {
        return TDistribution.of(df);
    }
}
