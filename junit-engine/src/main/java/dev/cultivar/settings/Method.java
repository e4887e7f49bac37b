package dev.cultivar.settings;

/** How statistics are computed. */
public enum Method implements Choice {
    /** Topics resampled, pairs of different responses only, regressions fitted anew in each round. */
    ROBUST,
    /**
     * As the paper's release did: rows resampled after each response was joined with every population of a level, pairs of different rows,
     * and regressions on the rounds as if each were an observation.
     */
    PUBLISHED
}
