package dev.cultivar.analysis.estimate;

import java.util.Locale;

/** What can be estimated of a run. */
public enum Statistic {
    ALIGNMENT,
    /** Alignment after removing what other countries share. */
    DISTINCT,
    /** What alignment would be if each topic's average answer were known: alignment / sqrt(self-consistency). */
    NOISE_CORRECTED,
    CONSISTENCY,
    BIAS,
    CAPABILITY,
    COVERAGE,
    CONDITIONING,
    /** The topics' share of the variance of polarity. */
    STABILITY,
    /** Polarity under claims in favour minus that under claims against. */
    ACQUIESCENCE,
    /** Self-consistency of people. */
    HUMAN;

    /** As written in results. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
