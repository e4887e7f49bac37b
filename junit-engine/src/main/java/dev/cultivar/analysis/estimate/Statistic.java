package dev.cultivar.analysis.estimate;

import java.util.Locale;

/** What can be estimated of a run. */
public enum Statistic {
    ALIGNMENT,
    CONSISTENCY,
    BIAS,
    CAPABILITY,
    COVERAGE,
    CONDITIONING,
    /** Self-consistency of people. */
    HUMAN;

    /** As written in results. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
