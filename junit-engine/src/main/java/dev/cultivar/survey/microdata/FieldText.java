package dev.cultivar.survey.microdata;

import java.util.Locale;
import java.util.OptionalDouble;

/** The text of one field, as SPSS, Stata, R and pandas write it. */
final class FieldText {

    private FieldText() {}

    /**
     * Whether the field is empty, holds R's or pandas' words for missing, or one of Stata's marks, {@code .} and {@code .a} to
     * {@code .z}.
     */
    static boolean missing(String text) {
        return switch (text.length()) {
            case 0 -> true;
            case 1 -> text.charAt(0) == '.';
            case 2 -> text.equals("NA") || (text.charAt(0) == '.' && letter(text.charAt(1)));
            case 3, 4 -> text.equalsIgnoreCase("nan") || text.equals("<NA>") || text.equalsIgnoreCase("null");
            default -> false;
        };
    }

    /** A number with a decimal point or comma; empty where it is not a number. */
    static OptionalDouble number(String text) {
        // nearly every field is like this
        if (text.length() == 1 && digit(text.charAt(0))) {
            return OptionalDouble.of(text.charAt(0) - '0');
        }
        if (text.isEmpty() || letter(text.charAt(text.length() - 1))) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(text.replace(',', '.'));
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** Whether it contains a letter and is therefore a label rather than a code. */
    static boolean label(String text) {
        return text.chars().anyMatch(Character::isLetter);
    }

    /** A language's code without its region, in lower case; empty where the field is missing or a number. */
    static String language(String text) {
        int end = 0;
        while (end < text.length() && letter(text.charAt(end))) {
            end++;
        }
        boolean code =
                end >= 2 && end <= 3 && (end == text.length() || text.charAt(end) == '-' || text.charAt(end) == '_');
        return code && !missing(text) ? text.substring(0, end).toLowerCase(Locale.ROOT) : "";
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean letter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
