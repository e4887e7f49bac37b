package dev.cultivar.results.provenance;

import dev.cultivar.settings.Setting;
import java.util.Locale;
import java.util.function.Function;

/**
 * A setting as results show it.
 *
 * @param value text, a number, or a list of texts
 * @param origin {@code default}, {@code annotation}, {@code yaml} or {@code parameter}
 */
public record SettingInfo(Object value, String origin) {

    static <T> SettingInfo of(Setting<T> setting, Function<T, ?> shown) {
        return new SettingInfo(
                shown.apply(setting.value()), setting.origin().name().toLowerCase(Locale.ROOT));
    }
}
