package dev.cultivar.screen;

import java.util.List;

/** How strongly a short text points to each language. */
interface LanguageGuess {

    /** ISO 639-3 codes of the languages that can be detected. */
    List<String> languages();

    /**
     * Weighs a text.
     *
     * @param candidates the languages to weigh, as indices into {@link #languages}
     * @return at the index of each candidate, the natural logarithm of the likelihood of the text in that language, up to a constant that
     *     all share; finite. Values at other indices are meaningless
     */
    double[] evidence(String text, int[] candidates);
}
