package dev.cultivar.results.provenance;

import dev.cultivar.settings.Origin;
import dev.cultivar.settings.Setting;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A setting as results show it.
 *
 * @param value text, a number, or a list of texts
 * @param origin {@code default}, {@code annotation}, {@code yaml}, {@code parameter} or {@code build}
 * @param given where the parameter was given, as far as known; null if no parameter gave it
 */
public record SettingInfo(
        Object value, String origin, @Nullable String given) {

    /** Whether it was set there. */
    public boolean isFrom(Origin place) {
        return origin.equals(label(place));
    }

    private static String label(Origin origin) {
        return origin.name().toLowerCase(Locale.ROOT);
    }

    static <T> SettingInfo of(Setting<T> setting, @Nullable String given, Function<T, ?> shown) {
        return new SettingInfo(shown.apply(setting.value()), label(setting.origin()), given);
    }
}
