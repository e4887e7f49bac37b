package dev.cultivar.report.words;

import dev.cultivar.run.response.StatementCounts;
import java.util.Locale;

/** What the statements of a cell or a sample are like. */
public final class StatementWords {

    private static final int TEN = 10;

    private StatementWords() {}

    /** One sentence, empty where nothing was scored. */
    public static String of(StatementCounts counts) {
        return counts.total() == 0
                ? ""
                : "Of ten statements of a response " + different(counts) + " are different; "
                        + counts.questions() + " end with a question, " + counts.groups() + " are about groups, "
                        + counts.offTopic() + " off the topic, of "
                        + counts.total() + " in all.";
    }

    /** How many of ten statements are different, to one decimal; a dash where nothing was scored. */
    public static String different(StatementCounts counts) {
        return counts.total() == 0
                ? "\u2013"
                : String.format(Locale.ROOT, "%.1f", Math.floor(10.0 * TEN * counts.different() / counts.total()) / 10);
    }
}
