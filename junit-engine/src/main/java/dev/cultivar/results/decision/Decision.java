package dev.cultivar.results.decision;

/** What a run says of the release of a model. */
public enum Decision {
    /** It misses what is required of it. */
    HOLD_BACK,
    /** Something that is required is open, though the settings let it through, or was not measured, or nothing is required at all. */
    NOT_DECIDED,
    /** All that is required holds. */
    RELEASE
}
