package dev.cultivar.settings;

/** How statistics are computed. */
public enum Method implements Choice {
    /** Resamples topics, pairs only different responses, and refits regressions in each round. */
    ROBUST,
    /**
     * As the paper's release did: resamples rows after joining each response with every population of a level, pairs different rows, and
     * fits regressions to the rounds as if each were an observation.
     */
    PUBLISHED
}
