package dev.cultivar.screen.reading;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells a text that repeats itself up to its end from one that was cut off in mid-sentence. */
public final class Repetition {

    /** How often a phrase must be repeated in a row before it is no longer a figure of speech. */
    private static final int FEWEST_TIMES = 4;

    private static final int FEWEST_CHARACTERS = 60;

    /** Only this much of the end of a text is examined, so a phrase is at most a quarter of it. */
    private static final int WINDOW = 4_000;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Repetition() {}

    /** Whether a text ends by repeating one phrase; the last repetition may be cut off. */
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

    /** The length of the stretch at the end of a text that repeats with this period, including one period. */
    private static int repeated(String text, int period) {
        int i = text.length() - 1;
        while (i >= period && text.charAt(i) == text.charAt(i - period)) {
            i--;
        }
        return text.length() - 1 - i + period;
    }
}
