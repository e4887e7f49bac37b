package dev.cultivar.screen;

import java.util.Map;

/** How likely a short text is in each language. */
interface LanguageGuess {

    /**
     * Weighs a text.
     *
     * @return ISO 639-3 code to probability in (0,1]
     */
    Map<String, Double> of(String text);

    /** Whether a language, by its ISO 639-3 code, can be recognised at all. */
    boolean knows(String iso3);
}
