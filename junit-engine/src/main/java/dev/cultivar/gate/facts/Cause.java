package dev.cultivar.gate.facts;

/** Why a gate did not pass: what a reader has to mend. */
public enum Cause {
    /** It passed. */
    NONE,
    /** The statistic lies on the wrong side of the threshold. */
    VIOLATION,
    /** The interval holds the threshold. */
    INCONCLUSIVE,
    /** The model's endpoint failed. */
    PROVIDER,
    /** The judge failed. */
    JUDGE,
    /** Too few of the responses could be scored. */
    COVERAGE,
    /** The budget was spent before all was asked. */
    BUDGET,
    /** There is nothing to decide on: a part of the suite, no such statistic, no baseline run. */
    UNDECIDED
}
