package dev.cultivar.settings;

/** What an inconclusive gate does to the build. */
public enum OnInconclusive implements Choice {
    /** The gate is red, as if it had failed. */
    FAIL,
    /** The gate is let through. */
    PASS
}
