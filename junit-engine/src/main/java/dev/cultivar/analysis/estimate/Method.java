package dev.cultivar.analysis.estimate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How statistics are computed. */
public enum Method {
    /** Topics resampled, pairs of different responses only, regressions fitted anew in each round. */
    ROBUST,
    /**
     * As the paper's release did: rows resampled after each response was joined with every population of a level, pairs of different rows,
     * and regressions on the rounds as if each were an observation.
     */
    PUBLISHED;

    /** As written by users and in results. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The method of that label. */
    public static Optional<Method> of(String label) {
        return Arrays.stream(values())
                .filter(method -> method.label().equals(label))
                .findFirst();
    }
}
