package dev.cultivar.report.plot;

/**
 * A point with its interval.
 *
 * @param row label of its row
 * @param series series that it belongs to
 * @param value finite
 * @param lower lower bound; NaN for none
 * @param upper upper bound; NaN for none
 * @param says text that a reader hears, or sees when pointing at it
 */
public record IntervalPoint(String row, String series, double value, double lower, double upper, String says) {

    /** Where the drawn interval begins; at the value if it has no bounds. */
    double from() {
        return bounded() ? lower : value;
    }

    /** Where the drawn interval ends; at the value if it has no bounds. */
    double to() {
        return bounded() ? upper : value;
    }

    private boolean bounded() {
        return Double.isFinite(lower) && Double.isFinite(upper);
    }
}
