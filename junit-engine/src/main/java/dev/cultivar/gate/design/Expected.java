package dev.cultivar.gate.design;

/**
 * What a statistic of a model is taken to be before it is asked.
 *
 * @param value of the statistic
 * @param measured whether an earlier run of the model found it; otherwise it is that of a usual model
 */
public record Expected(double value, boolean measured) {

    static Expected usual(double value) {
        return new Expected(value, false);
    }

    /** As an earlier run found it. */
    public static Expected measured(double value) {
        return new Expected(value, true);
    }
}
