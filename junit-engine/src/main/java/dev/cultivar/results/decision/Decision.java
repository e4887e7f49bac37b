package dev.cultivar.results.decision;

/** What a run says about the release of a model. */
public enum Decision {
    /** The model misses a requirement. */
    HOLD_BACK,
    /** A requirement is undecided, even if the settings let it through, or was not measured, or nothing is required at all. */
    NOT_DECIDED,
    /** All requirements hold. */
    RELEASE
}
