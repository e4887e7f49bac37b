package dev.cultivar.screen.reading;

/** Whether a text ends at the end of a sentence or in the middle of one. */
final class SentenceEnd {

    private static final String STOPS = ".!?…。！？．।॥؟۔";
    private static final String CLOSERS = ")]}）］】'’*_`";

    private SentenceEnd() {}

    static boolean reached(String text) {
        int i = text.length() - 1;
        boolean quoted = false;
        boolean bracketed = false;
        while (i >= 0) {
            char c = text.charAt(i);
            if (Quotes.closes(c)) {
                quoted = true;
            } else if (CLOSERS.indexOf(c) >= 0) {
                bracketed |= c == ')' || c == '）';
            } else if (!Character.isWhitespace(c)) {
                break;
            }
            i--;
        }
        // A bracket or quotation that closes at the very end also ends a sentence: "(neutral)".
        return i >= 0 && (STOPS.indexOf(text.charAt(i)) >= 0 || bracketed || (quoted && i > 0));
    }
}
