package dev.cultivar.run.response;

import dev.cultivar.screen.reading.Questions;
import dev.cultivar.screen.reading.StatementText;
import java.util.List;

/**
 * What the statements of scored responses are like, beyond their stances: ten people who say one sentence are no ten
 * people.
 *
 * @param total statements
 * @param different of these, those that no other of the same response repeats: a sentence said by several counts once
 * @param questions that ask instead of saying anything
 * @param offTopic that are about something else, as the judge saw it; all of them are neutral
 */
public record StatementCounts(int total, int different, int questions, int offTopic) {

    public static final StatementCounts NONE = new StatementCounts(0, 0, 0, 0);

    /** Those of one response. */
    public static StatementCounts of(List<String> statements, int offTopic) {
        int different =
                (int) statements.stream().map(StatementText::essence).distinct().count();
        return new StatementCounts(statements.size(), different, Questions.among(statements), offTopic);
    }

    public StatementCounts plus(StatementCounts more) {
        return new StatementCounts(
                total + more.total, different + more.different, questions + more.questions, offTopic + more.offTopic);
    }
}
