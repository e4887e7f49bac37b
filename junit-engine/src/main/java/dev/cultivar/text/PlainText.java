package dev.cultivar.text;

import java.util.regex.Pattern;

/** Makes untrusted text harmless where it is shown as plain text: on a terminal, in a log, in a text file. */
public final class PlainText {

    /** CSI, OSC, DCS and two-character escape sequences, and their 8-bit forms. */
    private static final Pattern ESCAPES = Pattern.compile("(?:\\x1B\\[|\\x9B)[0-?]*[ -/]*[@-~]?"
            + "|(?:\\x1B[\\]PX^_]|[\\x9D\\x90\\x98\\x9E\\x9F])[^\\x07\\x1B\\x9C]*(?:\\x07|\\x1B\\\\|\\x9C)?"
            + "|\\x1B[ -/]*[0-~]?");

    private static final Pattern BREAKS = Pattern.compile("[\\r\\n\\t\\u0085\\u2028\\u2029]+");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    /** Overrides of the writing direction and invisible characters, which make a line read as another. */
    private static final Pattern DECEIVING =
            Pattern.compile("[\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF\\x{E0000}-\\x{E007F}]");

    private PlainText() {}

    /** One line without control characters. */
    public static String line(String text) {
        return strip(BREAKS.matcher(withoutEscapes(text)).replaceAll(" ")).strip();
    }

    /** Text that keeps its lines and tabs, without other control characters. */
    public static String text(String text) {
        return strip(withoutEscapes(text).replace("\r\n", "\n").replace('\r', '\n'));
    }

    /** One line of at most so many characters, the last three dots where it was cut. */
    public static String line(String text, int most) {
        String line = line(text);
        if (line.codePointCount(0, line.length()) <= most) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, most - 3)).strip() + "...";
    }

    private static String withoutEscapes(String text) {
        return ESCAPES.matcher(text).replaceAll("");
    }

    private static String strip(String text) {
        return DECEIVING.matcher(CONTROLS.matcher(text).replaceAll("")).replaceAll("");
    }
}
