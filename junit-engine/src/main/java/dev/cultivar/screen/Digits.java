package dev.cultivar.screen;

import org.jspecify.annotations.Nullable;

/**
 * A short number in the digits of any script.
 *
 * @param end index after its last digit
 */
record Digits(int value, int end) {

    private static final int MAX_DIGITS = 3;
    private static final char CIRCLED_ONE = '①';
    private static final char CIRCLED_TWENTY = '⑳';

    /** The number that begins exactly at {@code from}; null where there is none, or a longer one such as a year. */
    static @Nullable Digits at(String text, int from) {
        if (from < text.length() && isCircled(text.charAt(from))) {
            return new Digits(text.charAt(from) - CIRCLED_ONE + 1, from + 1);
        }
        int i = from;
        int value = 0;
        while (i < text.length() && Character.isDigit(text.charAt(i))) {
            value = value * 10 + Character.digit(text.charAt(i), 10);
            i++;
            if (i - from > MAX_DIGITS) {
                return null;
            }
        }
        return i == from ? null : new Digits(value, i);
    }

    static boolean isCircled(char c) {
        return c >= CIRCLED_ONE && c <= CIRCLED_TWENTY;
    }
}
