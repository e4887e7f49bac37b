package dev.cultivar.analysis;

/** Where a statistic is near enough to a t distribution around its truth. */
public enum Scale {
    /** A correlation in [-1,1], by Fisher's z. */
    FISHER,
    /** A share in [0,1], as it is. */
    UNIT,
    /** A difference or coefficient, as it is. */
    LINE;

    double to(double value) {
        return this == FISHER ? 0.5 * Math.log((1 + value) / (1 - value)) : value;
    }

    double from(double value) {
        return switch (this) {
            case FISHER -> Math.tanh(value);
            case UNIT -> Math.max(0, Math.min(1, value));
            case LINE -> value;
        };
    }
}
