package dev.cultivar.screen;

import java.util.List;

/** How strongly a short text speaks for each language. */
interface LanguageGuess {

    /** ISO 639-3 codes of the languages that can be told. */
    List<String> languages();

    /**
     * Weighs a text.
     *
     * @param candidates the languages that matter, by their places in {@link #languages}
     * @return by the place of each candidate the natural logarithm of how likely the text is in it, up to a constant that
     *     is the same for all; finite. What stands in other places means nothing
     */
    double[] evidence(String text, int[] candidates);
}
