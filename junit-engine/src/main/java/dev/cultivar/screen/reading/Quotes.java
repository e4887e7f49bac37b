package dev.cultivar.screen.reading;

/** Double quotation marks of many scripts. Apostrophes do not count, because they occur inside words. */
public final class Quotes {

    private static final String OPENING = "\"“”„«»「『〝＂";
    private static final String CLOSING = "\"”“«»」』〞＂";

    private static final int LONGEST_NAME = 60;

    private Quotes() {}

    static boolean opens(char c) {
        return OPENING.indexOf(c) >= 0;
    }

    static boolean closes(char c) {
        return CLOSING.indexOf(c) >= 0;
    }

    /** Drops the quotation marks around the quotation at the start of a text, and keeps what follows. */
    static String unwrap(String text) {
        if (text.isEmpty() || !opens(text.charAt(0))) {
            return text;
        }
        char open = text.charAt(0);
        int close = closingIndex(text, open);
        if (close < 0) {
            return text.substring(1).strip();
        }
        return (text.substring(1, close).strip() + " "
                        + text.substring(close + 1).strip())
                .strip();
    }

    /** Drops the speaker's name where a text is a quotation followed by a dash and a name. */
    static String withoutAttribution(String text) {
        int close = text.isEmpty() || !opens(text.charAt(0)) ? -1 : nextClose(text, text.charAt(0), 1);
        if (close < 0) {
            return text;
        }
        String rest = text.substring(close + 1).strip();
        boolean named = rest.length() > 1
                && rest.length() <= LONGEST_NAME
                && "-–—―(".indexOf(rest.charAt(0)) >= 0
                && ".!?。".indexOf(rest.charAt(rest.length() - 1)) < 0;
        return named ? text.substring(0, close + 1) : text;
    }

    /** Drops everything quoted, marks included. */
    public static String without(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int close = opens(c) ? nextClose(text, c, i + 1) : -1;
            if (close >= 0) {
                i = close + 1;
            } else if (opens(c)) {
                break;
            } else {
                kept.append(c);
                i++;
            }
        }
        return kept.toString();
    }

    /** Whether a text opens a quotation and never closes it. */
    static boolean leftOpen(String text) {
        return !text.isEmpty() && opens(text.charAt(0)) && closingIndex(text, text.charAt(0)) < 0;
    }

    /** A closing mark at the end beats an inner one, because straight marks look the same on both sides. */
    private static int closingIndex(String text, char open) {
        int last = text.length() - 1;
        if (last > 0 && matches(open, text.charAt(last))) {
            return last;
        }
        return nextClose(text, open, 1);
    }

    private static int nextClose(String text, char open, int from) {
        for (int i = from; i < text.length(); i++) {
            if (matches(open, text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean matches(char open, char close) {
        return switch (open) {
            case '"', '＂' -> close == open;
            case '「' -> close == '」';
            case '『' -> close == '』';
            case '«' -> close == '»';
            case '»' -> close == '«' || close == '»';
            default -> close == '”' || close == '“' || close == '"' || close == '〞';
        };
    }
}
