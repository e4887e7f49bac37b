package dev.cultivar.analysis.alignment;

import dev.cultivar.analysis.estimate.Metric;

/**
 * The factors by which a judge's errors multiply the correlations of a sample, in (0,1]; NaN where nothing can be said.
 *
 * @param spearman for correlations of ranks
 * @param pearson for correlations of values
 * @param people probability that 0, 1, ... statements of the largest responses are pro according to people: the basis of the factors
 */
@SuppressWarnings(
        "ArrayRecordComponent") // one per bootstrap round; nobody compares them, and copying each would be wasteful
public record Attenuation(double spearman, double pearson, double[] people) {

    /** What a correlation by a metric would be without the judge's errors, in [-1,1]; NaN where nothing can be said. */
    public double corrected(Metric metric, double correlation) {
        double factor = metric == Metric.PEARSON ? pearson : spearman;
        return Math.max(-1, Math.min(1, correlation / factor));
    }
}
