package dev.cultivar.report.markdown;

import dev.cultivar.report.words.Numbers;
import dev.cultivar.text.Markdown;

/** Text for {@code summary.md}, whatever its source. */
final class SummaryText {

    private SummaryText() {}

    /** Escapes text, with an invisible character after each at sign: GitHub looks for names in rendered text and would notify somebody. */
    static String text(String foreign) {
        return Markdown.text(foreign).replace("@", "@&#8203;");
    }

    /** A sentence of ours, with numbers and times formatted as on the page. */
    static String said(String sentence) {
        return text(Numbers.within(sentence));
    }

    /** Says where the rest of a long list is; empty if there is none. */
    static String more(int all, int most, String what) {
        return all > most ? "\nAnd " + (all - most) + " more " + what + " in results.json.\n" : "";
    }
}
