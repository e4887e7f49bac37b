package dev.cultivar.screen;

import java.util.ArrayList;
import java.util.List;

/** Reads statements that stand as paragraphs of their own, each a quotation or led in by a bold name. */
final class ParagraphReader {

    private static final int LONGEST_LEAD_IN = 80;

    private ParagraphReader() {}

    static Reading read(List<Line> lines) {
        List<String> statements = new ArrayList<>();
        StringBuilder preamble = new StringBuilder();
        boolean noteFollows = false;
        boolean leftOpen = false;
        for (Line line : lines) {
            if (isStatement(line.text())) {
                statements.add(StatementText.clean(line.text()));
                noteFollows = false;
                leftOpen = Quotes.leftOpen(StatementText.withoutMarkup(line.text()));
            } else if (statements.isEmpty()) {
                preamble.append(line.text()).append('\n');
            } else if (!line.blank()) {
                noteFollows = true;
            }
        }
        statements.removeIf(String::isEmpty);
        return new Reading(preamble.toString(), statements, noteFollows, leftOpen);
    }

    private static boolean isStatement(String text) {
        String bare = StatementText.withoutMarkup(text);
        if (bare.isEmpty()) {
            return false;
        }
        if (Quotes.opens(bare.charAt(0))) {
            return !Quotes.unwrap(bare).isEmpty();
        }
        int close = text.startsWith("**") ? text.indexOf("**", 2) : -1;
        return close > 0
                && close <= LONGEST_LEAD_IN
                && text.substring(0, Math.min(text.length(), close + 3)).contains(":")
                && close + 4 < text.length();
    }
}
