package dev.cultivar.survey;

import java.util.Set;

/**
 * How to read the survey's answer codes for a topic. Codes of 0 and below are missing.
 *
 * @param codes number of codes of the scale, so that valid answers are 1 to {@code codes}
 * @param affirmative codes that count as being in favour
 * @param neutral codes in the middle; they count as not in favour, or are dropped, as the import chooses
 */
public record Coding(int codes, Set<Integer> affirmative, Set<Integer> neutral) {

    /** For a topic whose figures nobody makes from microdata. */
    public static final Coding UNSTATED = new Coding(2, Set.of(), Set.of());

    public Coding {
        affirmative = Set.copyOf(affirmative);
        neutral = Set.copyOf(neutral);
        if (codes < 2) {
            throw new IllegalArgumentException("a scale has at least 2 codes, not " + codes);
        }
        for (int code : affirmative) {
            if (code < 1 || code > codes || neutral.contains(code)) {
                throw new IllegalArgumentException(
                        "affirmative code " + code + " must be in 1.." + codes + " and not neutral at the same time");
            }
        }
        for (int code : neutral) {
            if (code < 1 || code > codes) {
                throw new IllegalArgumentException("neutral code " + code + " must be in 1.." + codes);
            }
        }
    }

    /** Whether figures can be made from the survey's answers. */
    public boolean stated() {
        return !affirmative.isEmpty();
    }
}
