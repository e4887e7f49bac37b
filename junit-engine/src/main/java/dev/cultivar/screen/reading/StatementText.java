package dev.cultivar.screen.reading;

import dev.cultivar.text.PlainText;
import java.util.Locale;
import java.util.regex.Pattern;

/** Removes markup, control characters and surrounding quotation marks from a statement. */
public final class StatementText {

    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][a-zA-Z0-9]{0,9}\\s{0,3}/?>");

    private StatementText() {}

    static String clean(String raw) {
        String text = withoutMarkup(raw);
        text = Labels.withoutLabel(text);
        text = Quotes.unwrap(Quotes.withoutAttribution(text));
        return Labels.onlyALeadIn(text) ? "" : text;
    }

    /** One line without markup, control characters and direction marks. */
    public static String withoutMarkup(String raw) {
        String text = raw.indexOf('<') < 0 ? raw : TAG.matcher(raw).replaceAll(" ");
        StringBuilder kept = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '*' || c == '`' || c == '~' || (c == '_' && !insideWord(text, i)) || isInvisible(c)) {
                continue;
            }
            boolean space = c == ' ' || c == '\u00a0' || c == '\u3000' || PlainText.isControl(c);
            if (!space || !blank) {
                kept.append(space ? ' ' : c);
            }
            blank = space;
        }
        return kept.toString().strip();
    }

    /** Letters and digits only, to compare what two texts say. */
    public static String essence(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); ) {
            int c = lower.codePointAt(i);
            if (Character.isLetterOrDigit(c)) {
                kept.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return kept.toString();
    }

    private static boolean insideWord(String text, int i) {
        return i > 0
                && i + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(i - 1))
                && Character.isLetterOrDigit(text.charAt(i + 1));
    }

    /** Zero-width and direction marks, which only hide things from readers. */
    private static boolean isInvisible(char c) {
        return c > '\u007f' && Character.getType(c) == Character.FORMAT && c != '\u200c' && c != '\u200d';
    }
}
