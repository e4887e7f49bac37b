package dev.cultivar.translate;

import java.util.Locale;

/**
 * A language to translate into.
 *
 * @param code ISO 639-1
 * @param name the language's own name
 * @param englishName its name in English
 */
public record TargetLanguage(String code, String name, String englishName) {

    /** @throws TranslationException where the code is not a language, or is English */
    public static TargetLanguage of(String code) {
        Locale locale = Locale.forLanguageTag(code);
        String english = locale.getDisplayLanguage(Locale.ENGLISH);
        if (!code.matches("[a-z]{2,3}") || english.equals(code)) {
            throw new TranslationException("'" + code
                    + "' is not a language code; give cultivar.translate.to one of ISO 639, for example it.");
        }
        if (code.equals("en")) {
            throw new TranslationException("English is the source language; name another one.");
        }
        return new TargetLanguage(code, locale.getDisplayLanguage(locale), english);
    }
}
