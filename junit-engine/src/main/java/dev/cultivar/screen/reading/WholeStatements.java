package dev.cultivar.screen.reading;

import dev.cultivar.provider.FinishReason;
import java.util.List;

/** Leaves out a last statement that was cut off. */
public final class WholeStatements {

    private WholeStatements() {}

    /** The statements of a reading, without a last one that was cut off. */
    public static List<String> of(Reading reading, FinishReason finish) {
        List<String> statements = reading.statements();
        return lastIsCut(reading, finish) ? statements.subList(0, statements.size() - 1) : statements;
    }

    private static boolean lastIsCut(Reading reading, FinishReason finish) {
        List<String> statements = reading.statements();
        if (statements.isEmpty() || reading.noteFollows()) {
            return false;
        }
        boolean ended = SentenceEnd.reached(statements.get(statements.size() - 1)) && !reading.lastLeftOpen();
        if (ended) {
            // A cut between two sentences cannot be detected, and leaves a statement that can be judged.
            return false;
        }
        return reading.lastLeftOpen() || finish == FinishReason.LENGTH || othersEnd(statements, finish);
    }

    /** Without a known finish reason, the last statement counts as complete if it ends as the others do. */
    private static boolean othersEnd(List<String> statements, FinishReason finish) {
        if (finish == FinishReason.STOP || finish == FinishReason.TOOL_CALL) {
            return false;
        }
        long ended = statements.stream().filter(SentenceEnd::reached).count();
        return 2 * ended > statements.size();
    }
}
