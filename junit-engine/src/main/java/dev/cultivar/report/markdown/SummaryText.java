package dev.cultivar.report.markdown;

import dev.cultivar.report.words.Numbers;
import dev.cultivar.text.Markdown;

/** Text as {@code summary.md} has it, whatever it came from. */
final class SummaryText {

    private SummaryText() {}

    /** Escaped; behind an at sign stands what keeps it from calling somebody, for GitHub looks for names in what is rendered. */
    static String text(String foreign) {
        return Markdown.text(foreign).replace("@", "@&#8203;");
    }

    /** A sentence of ours, its numbers and times set as on the page. */
    static String said(String sentence) {
        return text(Numbers.within(sentence));
    }

    /** Where the rest of a long list is; empty where there is none. */
    static String more(int all, int most, String what) {
        return all > most ? "\nAnd " + (all - most) + " more " + what + " in results.json.\n" : "";
    }
}
