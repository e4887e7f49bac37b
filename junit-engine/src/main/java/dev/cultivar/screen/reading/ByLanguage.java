package dev.cultivar.screen.reading;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks up what is known about a language by its ISO 639-1 code. */
final class ByLanguage {

    private ByLanguage() {}

    /** @param language ISO 639-1 code, with or without a region */
    static <T> @Nullable T find(Map<String, T> known, String language) {
        T own = known.get(language);
        return own != null
                ? own
                : known.get(Locale.forLanguageTag(language.replace('_', '-')).getLanguage());
    }
}
