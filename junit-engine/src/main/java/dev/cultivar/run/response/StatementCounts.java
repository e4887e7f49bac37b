package dev.cultivar.run.response;

import dev.cultivar.screen.reading.Groups;
import dev.cultivar.screen.reading.Questions;
import dev.cultivar.screen.reading.StatementText;
import java.util.List;

/**
 * What the statements of scored responses are like, beyond their stances: the same sentence from ten people does not count as ten people.
 *
 * @param total number of statements
 * @param different number of different statements within each response: a sentence said by several people counts once
 * @param questions number of statements that end with a question
 * @param groups number of statements that say what a group of people thinks, although one person should speak
 * @param offTopic number of statements that the judge found to be about something else; all of them are neutral
 */
public record StatementCounts(int total, int different, int questions, int groups, int offTopic) {

    public static final StatementCounts NONE = new StatementCounts(0, 0, 0, 0, 0);

    /** The counts for one response, in a language. */
    public static StatementCounts of(List<String> statements, String language, int offTopic) {
        return new StatementCounts(
                statements.size(),
                different(statements),
                Questions.among(statements),
                Groups.among(statements, language),
                offTopic);
    }

    /** Number of different statements: a sentence said by several people counts once. */
    public static int different(List<String> statements) {
        return (int) statements.stream().map(StatementText::essence).distinct().count();
    }

    public StatementCounts plus(StatementCounts more) {
        return new StatementCounts(
                total + more.total,
                different + more.different,
                questions + more.questions,
                groups + more.groups,
                offTopic + more.offTopic);
    }
}
