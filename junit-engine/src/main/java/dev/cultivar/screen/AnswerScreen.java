package dev.cultivar.screen;

import dev.cultivar.api.Outcome;
import dev.cultivar.model.FinishReason;
import java.util.List;

/**
 * Looks at an answer before it goes to the judge: is it a refusal, does it hold numbered statements, in the prompt's
 * language, and as many as were asked for? The first question that is answered badly gives the outcome. Safe for use by
 * many threads; work is linear in the length of the answer.
 */
public final class AnswerScreen {

    /** Statements that every prompt asks for. */
    public static final int STATEMENTS = 10;

    /** Longer answers are cut here before anyone looks: ten statements need a hundredth of it. */
    private static final int MOST_CHARACTERS = 200_000;

    private final int expected;

    public AnswerScreen() {
        this(STATEMENTS);
    }

    /** @param expected statements that an answer must hold, at least 1 */
    public AnswerScreen(int expected) {
        this.expected = expected;
    }

    /**
     * Screens one answer.
     *
     * @param answer untrusted text
     * @param finish why the model stopped; after {@link FinishReason#LENGTH} a last statement that does not end as a
     *     sentence does is cut and does not count
     * @param language ISO 639-1 code that the answer must be in
     */
    public Screening screen(String answer, FinishReason finish, String language) {
        String text = answer.length() > MOST_CHARACTERS ? answer.substring(0, MOST_CHARACTERS) : answer;
        List<String> statements = StatementParser.parse(text, finish);
        if (statements.size() < 2 && (finish == FinishReason.CONTENT_FILTER || Refusals.isRefusal(text))) {
            return new Screening(List.of(), Outcome.REFUSAL, "the model declined to answer");
        }
        if (statements.size() < 2) {
            return new Screening(statements, Outcome.WRONG_FORMAT, "no list of statements was found");
        }
        LanguageCheck.Finding finding = LanguageCheck.of(statements, language);
        if (!finding.matches()) {
            return new Screening(statements, Outcome.WRONG_LANGUAGE, finding.detail());
        }
        if (statements.size() != expected) {
            return new Screening(
                    statements, Outcome.WRONG_COUNT, statements.size() + " statements and not " + expected);
        }
        return new Screening(statements, Outcome.SCORED, "");
    }
}
