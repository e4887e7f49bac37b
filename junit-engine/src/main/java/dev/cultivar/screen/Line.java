package dev.cultivar.screen;

import org.jspecify.annotations.Nullable;

/**
 * One line of an answer.
 *
 * @param indent columns of white space before the text
 * @param text the line without that white space
 * @param heading whether it is a markdown heading
 * @param marker what begins it, if anything does
 */
record Line(
        int indent, String text, boolean heading, @Nullable Marker marker) {

    private static final int TITLE_LENGTH = 80;

    boolean blank() {
        return text.isEmpty();
    }

    /** A rule such as {@code ---}, or a code fence. */
    boolean rule() {
        return text.startsWith("```") || (text.length() >= 3 && text.chars().allMatch(c -> "-*_=~ ".indexOf(c) >= 0));
    }

    /** Stands over the lines that follow and says nothing itself. */
    boolean title() {
        if (heading) {
            return true;
        }
        String bare = StatementText.withoutMarkup(text);
        if (bare.length() > TITLE_LENGTH) {
            return false;
        }
        boolean bold = text.startsWith("**") && text.endsWith("**") && text.length() > 4;
        boolean quoted = !bare.isEmpty() && Quotes.opens(bare.charAt(0));
        return bare.endsWith(":") || bare.endsWith("：") || (bold && !quoted && !SentenceEnd.reached(bare));
    }
}
