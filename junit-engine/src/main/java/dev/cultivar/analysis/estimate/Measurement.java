package dev.cultivar.analysis.estimate;

import org.jspecify.annotations.Nullable;

/**
 * An estimate and what its interval at other levels follows from.
 *
 * @param estimate the row of the results, with its interval at the run's level of confidence
 * @param pivot null where there is no value or no interval
 */
public record Measurement(Estimate estimate, @Nullable Pivot pivot) {

    /** The same, read against what populations would score. */
    public Measurement beside(ReferencePoints points) {
        return new Measurement(estimate.beside(points), pivot);
    }
}
