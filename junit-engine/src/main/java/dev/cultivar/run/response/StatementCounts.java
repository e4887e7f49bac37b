package dev.cultivar.run.response;

import dev.cultivar.screen.reading.Groups;
import dev.cultivar.screen.reading.Questions;
import dev.cultivar.screen.reading.StatementText;
import java.util.List;

/**
 * What the statements of scored responses are like, beyond their stances: ten people who say one sentence are no ten
 * people.
 *
 * @param total statements
 * @param different of these, those that no other of the same response repeats: a sentence said by several counts once
 * @param questions that end with a question
 * @param groups that tell what a group of people thinks, where one person should speak
 * @param offTopic that are about something else, as the judge saw it; all of them are neutral
 */
public record StatementCounts(int total, int different, int questions, int groups, int offTopic) {

    public static final StatementCounts NONE = new StatementCounts(0, 0, 0, 0, 0);

    /** Those of one response, in a language. */
    public static StatementCounts of(List<String> statements, String language, int offTopic) {
        return new StatementCounts(
                statements.size(),
                different(statements),
                Questions.among(statements),
                Groups.among(statements, language),
                offTopic);
    }

    /** How many statements there are where a sentence said by several counts once. */
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
