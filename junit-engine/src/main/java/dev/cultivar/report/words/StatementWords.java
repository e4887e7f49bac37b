package dev.cultivar.report.words;

import dev.cultivar.run.response.StatementCounts;
import java.util.Locale;

/** What the statements of a cell or a sample are like. */
public final class StatementWords {

    private static final int TEN = 10;

    private StatementWords() {}

    /** One sentence; empty if nothing was scored. */
    public static String of(StatementCounts counts) {
        return counts.total() == 0
                ? ""
                : "Of the ten statements in a response, " + different(counts) + " differ on average. Of all "
                        + counts.total() + ": " + counts.questions() + " questions, " + counts.groups()
                        + " about groups, " + counts.offTopic() + " off the topic.";
    }

    /** How many of ten statements are different, to one decimal; a dash if nothing was scored. */
    public static String different(StatementCounts counts) {
        return counts.total() == 0
                ? "\u2013"
                : String.format(Locale.ROOT, "%.1f", Math.floor(10.0 * TEN * counts.different() / counts.total()) / 10);
    }
}
