package dev.cultivar.gate.facts;

/** Why a gate did not pass, that is, what a reader has to fix. */
public enum Cause {
    /** It passed. */
    NONE,
    /** The statistic lies on the wrong side of the threshold. */
    VIOLATION,
    /** The interval contains the threshold. */
    INCONCLUSIVE,
    /** The model's endpoint failed. */
    PROVIDER,
    /** The judge failed. */
    JUDGE,
    /** Too few of the responses could be scored. */
    COVERAGE,
    /** The budget was spent before everything was asked. */
    BUDGET,
    /** There is nothing to decide on: only part of the suite was asked, or the statistic or the baseline run is missing. */
    UNDECIDED
}
