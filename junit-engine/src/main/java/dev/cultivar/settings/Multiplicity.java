package dev.cultivar.settings;

/** Which error rate the gates of a suite share. */
public enum Multiplicity implements Choice {
    /** The probability that any gate is decided wrongly (Holm 1979). */
    HOLM,
    /** The expected share of the decided gates that are decided wrongly (Benjamini and Hochberg 1995). */
    BH,
    /** None: each gate is decided by itself. */
    NONE
}
