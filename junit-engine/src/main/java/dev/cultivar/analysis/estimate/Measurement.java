package dev.cultivar.analysis.estimate;

/**
 * An estimate, with the basis of its intervals at other levels.
 *
 * @param estimate the row of the results, with its intervals at the run's level of confidence
 * @param pivots by question
 */
public record Measurement(Estimate estimate, Pivots pivots) {

    /** The same, to be read against what populations would score. */
    public Measurement beside(ReferencePoints points) {
        return new Measurement(estimate.beside(points), pivots);
    }
}
