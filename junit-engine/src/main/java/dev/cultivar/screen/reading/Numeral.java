package dev.cultivar.screen.reading;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A short number in the digits of any script, in one of Unicode's ready-made list characters, or in Chinese characters.
 *
 * @param end index after the number
 * @param closed whether its character alone shows that an item begins, like {@code ①}, {@code ⒈} and keycaps
 */
public record Numeral(int value, int end, boolean closed) {

    private static final int MAX_DIGITS = 3;
    private static final int TEN = 10;
    private static final int KEYCAP_TEN = 0x1F51F;
    private static final int KEYCAP = 0x20E3;
    private static final String HAN = "一二三四五六七八九十";

    /** First and last of each range of ready-made numbers, and the value of the first. */
    private static final int[][] READY_MADE = {
        {0x2460, 0x2473, 1},
        {0x2474, 0x2487, 1},
        {0x2488, 0x249B, 1},
        {0x24EB, 0x24F4, 11},
        {0x24F5, 0x24FE, 1},
        {0x2776, 0x277F, 1},
        {0x2780, 0x2789, 1},
        {0x278A, 0x2793, 1},
        {0x2160, 0x216B, 1},
        {0x2170, 0x217B, 1},
        {0x3220, 0x3229, 1},
        {0x3280, 0x3289, 1},
    };

    /** The number that begins exactly at {@code from}; null where there is none, or where it is too long, like a year. */
    public static @Nullable Numeral at(String text, int from) {
        if (from >= text.length()) {
            return null;
        }
        char c = text.charAt(from);
        if (c <= '\u007f') {
            return c >= '0' && c <= '9' ? digits(text, from) : null;
        }
        return beyondAscii(text, from);
    }

    private static @Nullable Numeral beyondAscii(String text, int from) {
        int first = text.codePointAt(from);
        int next = from + Character.charCount(first);
        if (first == KEYCAP_TEN) {
            return new Numeral(TEN, next, true);
        }
        for (int[] range : READY_MADE) {
            if (first >= range[0] && first <= range[1]) {
                return new Numeral(range[2] + first - range[0], next, true);
            }
        }
        return Character.isDigit(first) ? digits(text, from) : han(text, from);
    }

    private static @Nullable Numeral digits(String text, int from) {
        int i = from;
        int count = 0;
        int value = 0;
        boolean keycap = false;
        while (i < text.length() && Character.isDigit(text.codePointAt(i))) {
            int digit = text.codePointAt(i);
            value = value * TEN + Character.digit(digit, TEN);
            i += Character.charCount(digit);
            if (++count > MAX_DIGITS) {
                return null;
            }
            // A keycap is a digit, perhaps a variation selector, and the cap itself.
            int cap = i < text.length() && text.charAt(i) == '\ufe0f' ? i + 1 : i;
            if (cap < text.length() && text.charAt(cap) == KEYCAP) {
                i = cap + 1;
                keycap = true;
            }
        }
        return new Numeral(value, i, keycap);
    }

    private static @Nullable Numeral han(String text, int from) {
        int first = HAN.indexOf(text.charAt(from)) + 1;
        if (first == 0) {
            return null;
        }
        int second = from + 1 < text.length() ? HAN.indexOf(text.charAt(from + 1)) + 1 : 0;
        if (first == TEN && second > 0 && second < TEN) {
            return new Numeral(TEN + second, from + 2, false);
        }
        return second == 0 ? new Numeral(first, from + 1, false) : null;
    }

    /** A Roman number up to 39 that begins exactly at {@code from}, all in one case; null where there is none. */
    static @Nullable Numeral roman(String text, int from) {
        int end = from;
        while (end < text.length() && end < from + 6 && "ivxIVX".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        String letters = text.substring(from, end);
        String upper = letters.toUpperCase(Locale.ROOT);
        if (letters.isEmpty() || !(letters.equals(upper) || letters.equals(letters.toLowerCase(Locale.ROOT)))) {
            return null;
        }
        for (int value = 1; value < 40; value++) {
            if (roman(value).equals(upper)) {
                return new Numeral(value, end, false);
            }
        }
        return null;
    }

    private static String roman(int value) {
        String[] ones = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
        return "X".repeat(value / TEN) + ones[value % TEN];
    }

    /** A single Latin letter as a number from 1 to 26, with no letter after it; null where there is none. */
    static @Nullable Numeral letter(String text, int from) {
        if (from >= text.length()) {
            return null;
        }
        int value = Character.toLowerCase(text.charAt(from)) - 'a' + 1;
        boolean alone = from + 1 == text.length() || !isLatin(text.charAt(from + 1));
        return value >= 1 && value <= 26 && alone ? new Numeral(value, from + 1, false) : null;
    }

    private static boolean isLatin(char c) {
        return Character.isLetterOrDigit(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }
}
