package dev.cultivar.settings;

/** What a gate that is not decided does to the build. */
public enum OnInconclusive implements Choice {
    /** It is red, as if the gate had failed. */
    FAIL,
    /** It is let through. */
    PASS
}
