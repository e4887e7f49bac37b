package dev.cultivar.api;

/** What a gate says of a statistic. */
public enum Verdict {
    /** The whole interval lies on the right side of the threshold. */
    PASS,
    /** The whole interval lies on the wrong side, or the statistic could not be computed. */
    FAIL,
    /** The interval straddles the threshold. */
    INCONCLUSIVE
}
