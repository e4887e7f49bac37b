package dev.cultivar.screen;

import dev.cultivar.api.Outcome;
import java.util.List;

/**
 * What became of an answer on its way to the judge.
 *
 * @param statements the statements found, cleaned of numbers, markup and quotes, in order
 * @param outcome {@link Outcome#SCORED} where the answer may go to the judge, otherwise the reason why not: {@code AMBIGUOUS},
 *     {@code REFUSAL}, {@code WRONG_FORMAT}, {@code WRONG_LANGUAGE} or {@code WRONG_COUNT}
 * @param detail one line on what was seen; empty where the answer may go to the judge
 * @param endless whether the token limit stopped a model that repeated one phrase over and over and would have done so at any limit
 */
public record Screening(List<String> statements, Outcome outcome, String detail, boolean endless) {
    public Screening {
        statements = List.copyOf(statements);
    }

    public Screening(List<String> statements, Outcome outcome, String detail) {
        this(statements, outcome, detail, false);
    }

    public boolean passes() {
        return outcome == Outcome.SCORED;
    }
}
