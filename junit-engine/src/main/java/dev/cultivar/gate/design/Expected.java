package dev.cultivar.gate.design;

/**
 * What a statistic of a model is taken to be before it is asked.
 *
 * @param value of the statistic
 * @param source who says so
 */
public record Expected(double value, Source source) {

    /** Where a value comes from. */
    public enum Source {
        /** Of a usual model, as nothing is known of this one. */
        USUAL,
        /** The last run measured it. */
        LAST_RUN,
        /** The baseline measured it. */
        BASELINE
    }

    static Expected usual(double value) {
        return new Expected(value, Source.USUAL);
    }

    /** Whether an earlier run of the model found it. */
    public boolean measured() {
        return source != Source.USUAL;
    }
}
