package dev.cultivar.screen.reading;

import java.util.List;

/**
 * One line of an answer.
 *
 * @param indent columns of white space before the text
 * @param text the line without that white space
 * @param heading level of a markdown heading; 0 where the line is not one
 * @param markers what may begin the line, in no particular order
 */
record Line(int indent, String text, int heading, List<Marker> markers) {

    private static final int TITLE_LENGTH = 80;
    private static final String RULE = "-*_=~ ";

    Line {
        markers = List.copyOf(markers);
    }

    boolean blank() {
        return text.isEmpty();
    }

    /** A rule such as {@code ---}, or a code fence. */
    boolean rule() {
        return text.startsWith("```") || (text.length() >= 3 && text.chars().allMatch(c -> RULE.indexOf(c) >= 0));
    }

    /** Whether the line is a title for the lines below and says nothing itself. */
    boolean title() {
        return !titleSeries().isEmpty();
    }

    /** What kind of title it is; empty where it is not one. */
    String titleSeries() {
        if (heading > 0) {
            return "#".repeat(heading);
        }
        if (text.length() > 2 * TITLE_LENGTH) {
            return "";
        }
        String bare = StatementText.withoutMarkup(text);
        if (bare.isEmpty() || bare.length() > TITLE_LENGTH) {
            return "";
        }
        boolean bold = text.length() > 4
                && ((text.startsWith("**") && text.endsWith("**")) || (text.startsWith("__") && text.endsWith("__")));
        if (bold && !Quotes.opens(bare.charAt(0)) && !SentenceEnd.reached(withoutColon(bare))) {
            return "**";
        }
        return bare.endsWith(":") || bare.endsWith("：") ? ":" : "";
    }

    private static String withoutColon(String text) {
        // A name with an age in brackets is a title, but a bracket would end a sentence.
        return text.replaceFirst("[)）]?[:：]?$", "");
    }
}
