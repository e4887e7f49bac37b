package dev.cultivar.screen;

import java.util.regex.Pattern;

/** Takes markup, quotation marks and labels off a statement. */
final class StatementText {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\u200c\\u200d]]");
    private static final Pattern EMPHASIS = Pattern.compile("\\*{1,3}|_{2,3}|`{1,3}");
    private static final Pattern BULLET_INSIDE = Pattern.compile("\\s[-•]\\s");

    /**
     * {@code Citizen 1:}, {@code Sarah (32, teacher):}, {@code Person A:} at the start: further words of a name have a capital or are
     * numbers, so that "Was very clear about abortion: she ..." is none.
     */
    private static final Pattern LABEL = Pattern.compile(
            "^[\"“„«「]?[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}\\p{Nd}.,'’\\-]{0,20}(?: [\\p{Lu}\\p{Lo}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}.,'’\\-]{0,20}){0,2}"
                    + " ?(?:\\([^)]{0,60}\\)|（[^）]{0,60}）)?[\"”]?\\s?[:：]\\s?(?=\\S)");

    private static final String QUOTES = "\"'“”„‟«»‹›「」『』";
    private static final String ENDS = ".!?…。！？۔।";

    private StatementText() {}

    static String clean(String raw) {
        String text = CONTROL.matcher(raw.replace('\t', ' ')).replaceAll("");
        text = EMPHASIS.matcher(text).replaceAll("").strip();
        text = BULLET_INSIDE.matcher(text).replaceAll(" ");
        text = stripAny(text, "|-–—> ");
        String labelled = LABEL.matcher(text).replaceFirst("");
        text = labelled.length() >= 8 ? labelled : text;
        return unquote(text.strip());
    }

    /** Whether a statement ends with a full stop or the like, whatever closing marks follow. */
    static boolean endsAsSentence(String statement) {
        int last = statement.length() - 1;
        while (last >= 0 && (QUOTES + ")）]*_ ").indexOf(statement.charAt(last)) >= 0) {
            last--;
        }
        return last >= 0 && ENDS.indexOf(statement.charAt(last)) >= 0;
    }

    /** Takes quotation marks off both ends, where they embrace the whole. */
    private static String unquote(String text) {
        if (text.length() >= 2 && isQuote(text.charAt(0)) && isQuote(text.charAt(text.length() - 1))) {
            String inner = text.substring(1, text.length() - 1);
            if (inner.chars().noneMatch(c -> isQuote((char) c) && c != '\'' && c != '’')) {
                return inner.strip();
            }
        }
        return text;
    }

    private static boolean isQuote(char c) {
        return QUOTES.indexOf(c) >= 0;
    }

    private static String stripAny(String text, String marks) {
        int start = 0;
        int end = text.length();
        while (start < end && marks.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && marks.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }
}
