package dev.cultivar.screen.reading;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells a text that says the same again and again up to its end from one that was cut in mid-sentence. */
public final class Repetition {

    /** How often in a row a phrase stands there before it is no figure of speech. */
    private static final int FEWEST_TIMES = 4;

    private static final int FEWEST_CHARACTERS = 60;

    /** Of the end of a text only so much is looked at, so a phrase is at most a quarter of it. */
    private static final int WINDOW = 4_000;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Repetition() {}

    /** Whether a text ends in one phrase over and over; the last time it may be cut. */
    public static boolean endless(String text) {
        String tail = BLANKS.matcher(text.substring(Math.max(0, text.length() - WINDOW)))
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT);
        for (int period = 1; FEWEST_TIMES * period <= tail.length(); period++) {
            if (repeated(tail, period) >= Math.max(FEWEST_CHARACTERS, FEWEST_TIMES * period)) {
                return true;
            }
        }
        return false;
    }

    /** How many characters at the end of a text are those that stand a period before them, and that period. */
    private static int repeated(String text, int period) {
        int i = text.length() - 1;
        while (i >= period && text.charAt(i) == text.charAt(i - period)) {
            i--;
        }
        return text.length() - 1 - i + period;
    }
}
