package dev.cultivar.screen.reading;

import java.util.List;

/** Statements that ask instead of saying anything: those of an interviewer. */
public final class Questions {

    private static final String MARKS = "?？؟";

    private Questions() {}

    /** Whether a text is a question and nothing more than what leads up to it. */
    static boolean asks(String text) {
        int i = text.length() - 1;
        while (i >= 0
                && (Character.isWhitespace(text.charAt(i))
                        || Quotes.closes(text.charAt(i))
                        || ")*_ ".indexOf(text.charAt(i)) >= 0)) {
            i--;
        }
        if (i < 0) {
            return false;
        }
        // Japanese asks without a mark, by its last syllable.
        boolean ka = text.substring(0, i + 1).endsWith("ますか。")
                || text.substring(0, i + 1).endsWith("ですか。");
        return ka || MARKS.indexOf(text.charAt(i)) >= 0;
    }

    /** How many of these ask. */
    public static int among(List<String> statements) {
        return (int) statements.stream().filter(Questions::asks).count();
    }
}
