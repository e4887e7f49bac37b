package dev.cultivar.text;

import java.util.Locale;
import java.util.regex.Pattern;

/** A line of a study's table. A number that rounds to zero has no sign: 0.000, never -0.000. */
public final class TableLine {

    private static final Pattern SIGN_OF_ZERO = Pattern.compile("(?<![\\w.])[-+](?=0(?:\\.0+)?(?![\\d.]))");

    private TableLine() {}

    public static String of(String format, Object... values) {
        return SIGN_OF_ZERO.matcher(String.format(Locale.ROOT, format, values)).replaceAll("");
    }
}
