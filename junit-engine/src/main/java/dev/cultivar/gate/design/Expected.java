package dev.cultivar.gate.design;

/**
 * The value that a model's statistic is assumed to have before it is asked.
 *
 * @param value of the statistic
 * @param source where the value comes from
 */
public record Expected(double value, Source source) {

    /** Where a value comes from. */
    public enum Source {
        /** A usual model, because nothing is known about this one. */
        USUAL,
        /** The last run, which measured it. */
        LAST_RUN,
        /** The baseline, which measured it. */
        BASELINE
    }

    static Expected usual(double value) {
        return new Expected(value, Source.USUAL);
    }

    /** Whether an earlier run of the model measured the value. */
    public boolean measured() {
        return source != Source.USUAL;
    }
}
