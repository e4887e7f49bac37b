package dev.cultivar.screen;

import org.jspecify.annotations.Nullable;

/** Labels such as {@code Citizen 3:} or {@code Borger 3 (35, lærer):}, in any script. */
final class Labels {

    private static final int MAX_WORDS = 3;
    private static final int MAX_NAME = 32;
    private static final int MAX_DESCRIPTION = 80;

    private Labels() {}

    /** Reads a label at the start of a text that is already free of markup, else null. */
    static @Nullable Marker at(String text) {
        int i = 0;
        int words = 1;
        while (i < text.length() && i <= MAX_NAME && isNamePart(text.charAt(i))) {
            if (text.charAt(i) == ' ' && i + 1 < text.length() && Character.isLetter(text.charAt(i + 1))) {
                words++;
            }
            i++;
        }
        if (i == 0 || i > MAX_NAME || words > MAX_WORDS || !Character.isLetter(text.charAt(0))) {
            return null;
        }
        Digits digits = Digits.at(text, i);
        if (digits == null) {
            return null;
        }
        int end = endOfLabel(text, digits.end());
        return end < 0
                ? null
                : new Marker(
                        Marker.Kind.LABEL, digits.value(), text.substring(end).strip());
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
        int type = Character.getType(c);
        return Character.isLetter(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || " #.'’".indexOf(c) >= 0;
    }

    /** Index after the colon or dash that closes the label, a short description between them allowed; -1 if none. */
    private static int endOfLabel(String text, int from) {
        int i = skipSpace(text, from);
        if (i == text.length()) {
            return i;
        }
        char c = text.charAt(i);
        if (isColon(c) || c == ')' || c == '）' || c == '、') {
            return i + 1;
        }
        if (c == '.' && (i + 1 == text.length() || text.charAt(i + 1) == ' ')) {
            return i + 1;
        }
        if ((c == '-' || c == '–' || c == '—') && i > from) {
            return i + 1;
        }
        if (c == ',' || c == '(' || c == '（') {
            int limit = Math.min(text.length(), i + MAX_DESCRIPTION);
            for (int j = i; j < limit; j++) {
                if (isColon(text.charAt(j))) {
                    return j + 1;
                }
            }
            if (text.length() <= limit && (text.endsWith(")") || text.endsWith("）"))) {
                return text.length();
            }
        }
        return -1;
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
