package dev.cultivar.screen.reading;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Labels such as {@code Citizen 3:} or {@code Borger 3 (35, lærer):}, in any script. */
final class Labels {

    private static final int MAX_WORDS = 3;
    private static final int MAX_NAME = 32;
    private static final int MAX_DESCRIPTION = 80;

    private static final List<String> SUFFIXES = List.of(
            "人目", "番目", "番", "件目", "つ目", "名目", "人", "さん", "er", "re", "ère", "ème", "e", "st", "nd", "rd", "th", ":a",
            ":e", "a", "o", "de", "ste");

    private static final List<String> TOTALS =
            List.of("/", " / ", " of ", " af ", " av ", " van ", " von ", " de ", " sur ", " kati ya ");

    private Labels() {}

    /** Reads a label at the start of a text without markup; null where there is none. */
    static @Nullable Marker at(String text) {
        int name = nameEnd(text);
        Numeral numeral = name == 0 ? null : Numeral.at(text, name);
        if (numeral == null) {
            return null;
        }
        int end = endOfLabel(text, suffixEnd(text, numeral.end()));
        return end < 0
                ? null
                : new Marker(
                        Marker.Kind.LABEL,
                        series(text, name),
                        numeral.value(),
                        text.substring(end).strip());
    }

    /** Reads a sentence whose subject is a numbered person; null where there is none. The person stays in the sentence. */
    static @Nullable Marker subject(String text) {
        int name = nameEnd(text);
        Numeral numeral = name < 3 || !Marker.isBlank(text.charAt(name - 1)) ? null : Numeral.at(text, name);
        if (numeral == null || numeral.end() + 1 >= text.length()) {
            return null;
        }
        char next = text.charAt(numeral.end());
        boolean goesOn = (Marker.isBlank(next) && Character.isLetter(text.charAt(numeral.end() + 1)))
                || "'’はがのも".indexOf(next) >= 0;
        return goesOn ? new Marker(Marker.Kind.SUBJECT, series(text, name), numeral.value(), text) : null;
    }

    /** Index after the few words before a number; 0 where a text does not begin with such words. */
    private static int nameEnd(String text) {
        int i = 0;
        int words = 1;
        while (i < text.length()
                && i <= MAX_NAME
                && words <= MAX_WORDS
                && isNamePart(text.charAt(i))
                && Numeral.at(text, i) == null) {
            if (text.charAt(i) == ' ' && i + 1 < text.length() && Character.isLetter(text.charAt(i + 1))) {
                words++;
            }
            i++;
        }
        return i > MAX_NAME || words > MAX_WORDS || text.isEmpty() || !Character.isLetter(text.charAt(0)) ? 0 : i;
    }

    private static String series(String text, int end) {
        return text.substring(0, end).strip().toLowerCase(Locale.ROOT);
    }

    /** Index after a suffix that may stand between a number and its colon: {@code 人目}, {@code st}, {@code /10}, {@code of 10}. */
    static int suffixEnd(String text, int from) {
        for (String suffix : SUFFIXES) {
            int end = from + suffix.length();
            if (text.startsWith(suffix, from)
                    && (end == text.length() || !Character.isLetter(text.charAt(end)) || isDense(suffix.charAt(0)))) {
                return end;
            }
        }
        for (String of : TOTALS) {
            Numeral total = text.startsWith(of, from) ? Numeral.at(text, from + of.length()) : null;
            if (total != null) {
                return total.end();
            }
        }
        return from;
    }

    private static boolean isDense(char c) {
        return c > 0x3000;
    }

    static String withoutLabel(String text) {
        Marker label = at(text);
        return label == null ? text : label.rest();
    }

    /** A name with a colon and nothing after it: {@code Sarah (32, teacher):}. */
    static boolean onlyALeadIn(String text) {
        return text.length() <= MAX_DESCRIPTION && (text.endsWith(":") || text.endsWith("："));
    }

    private static boolean isNamePart(char c) {
        return Character.isLetter(c) || " #.'’°º".indexOf(c) >= 0 || isMark(c);
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Index after the colon or dash that closes the label, allowing a short description before it; -1 if there is none. */
    private static int endOfLabel(String text, int from) {
        int i = skipSpace(text, from);
        if (i == text.length()) {
            return i;
        }
        char c = text.charAt(i);
        if (isColon(c) || c == ')' || c == '）' || c == '、' || c == '】' || c == '」') {
            return i + 1;
        }
        if (c == '.' && (i + 1 == text.length() || text.charAt(i + 1) == ' ')) {
            return i + 1;
        }
        if ((c == '-' || c == '–' || c == '—') && i > from) {
            return i + 1;
        }
        return descriptionEnd(text, i);
    }

    /** Index after the colon or dash that follows a short description at {@code from}; -1 where none begins there. */
    static int descriptionEnd(String text, int from) {
        if (",([（［".indexOf(text.charAt(from)) < 0) {
            return -1;
        }
        boolean bracket = text.charAt(from) != ',';
        int limit = Math.min(text.length(), from + MAX_DESCRIPTION);
        boolean closed = !bracket;
        for (int j = from; j < limit; j++) {
            char c = text.charAt(j);
            closed |= ")]）］".indexOf(c) >= 0;
            boolean dash = bracket
                    && closed
                    && "-–—".indexOf(c) >= 0
                    && Marker.isBlank(text.charAt(j - 1))
                    && j + 1 < text.length()
                    && Marker.isBlank(text.charAt(j + 1));
            if (isColon(c) || dash) {
                return j + 1;
            }
        }
        return bracket && text.length() <= limit && ")]）］".indexOf(text.charAt(text.length() - 1)) >= 0
                ? text.length()
                : -1;
    }

    private static boolean isColon(char c) {
        return c == ':' || c == '：';
    }

    private static int skipSpace(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i;
    }
}
