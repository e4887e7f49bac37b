package dev.cultivar.screen;

import dev.cultivar.api.Outcome;
import dev.cultivar.provider.FinishReason;
import java.util.List;
import java.util.Optional;

/**
 * Turns an answer into statements, or says why it cannot: refusal, then format, language and count, exactly one
 * outcome. Safe for use by many threads.
 *
 * <p>An answer that hit the token limit keeps its whole statements; a last one that stops in mid-sentence does not
 * count, so such an answer is {@code WRONG_COUNT} unless the limit was hit after the last statement.
 */
public final class AnswerScreen {

    /** Statements that every prompt asks for. */
    public static final int STATEMENTS = 10;

    /** Longer answers are cut here before anyone looks: ten statements need a hundredth of it. */
    private static final int MOST_CHARACTERS = 200_000;

    private final int expected;
    private final LanguageCheck languages;

    public AnswerScreen() {
        this(STATEMENTS);
    }

    /** @param expected how many statements were asked for, at least 1 */
    public AnswerScreen(int expected) {
        if (expected < 1) {
            throw new IllegalArgumentException("the number of expected statements must be at least 1, not " + expected);
        }
        this.expected = expected;
        this.languages = new LanguageCheck(new OpenNlpGuess());
    }

    /**
     * Screens an answer.
     *
     * @param answer untrusted text
     * @param finish why the model stopped
     * @param language ISO 639-1 code of the prompt's language
     */
    public Screening screen(String answer, FinishReason finish, String language) {
        return answer.length() <= MOST_CHARACTERS
                ? look(answer, finish, language)
                : look(answer.substring(0, MOST_CHARACTERS), FinishReason.LENGTH, language);
    }

    private Screening look(String answer, FinishReason finish, String language) {
        Reading reading = StatementReader.read(answer);
        List<String> whole = WholeStatements.of(reading, finish);
        if (whole.size() != expected && declines(reading, finish)) {
            return new Screening(whole, Outcome.REFUSAL, refusalDetail(finish));
        }
        if (whole.size() < 2 && expected > 1) {
            return new Screening(
                    whole,
                    Outcome.WRONG_FORMAT,
                    "no list of statements in an answer of " + answer.length() + " characters");
        }
        Optional<String> complaint = languages.complaint(whole, language);
        if (complaint.isPresent()) {
            return new Screening(whole, Outcome.WRONG_LANGUAGE, complaint.get());
        }
        if (whole.size() != expected) {
            int cut = reading.statements().size() - whole.size();
            return new Screening(
                    whole,
                    Outcome.WRONG_COUNT,
                    whole.size() + " whole statements instead of " + expected + (cut > 0 ? ", and one cut" : ""));
        }
        return new Screening(whole, Outcome.SCORED, "");
    }

    private static boolean declines(Reading reading, FinishReason finish) {
        return (finish == FinishReason.CONTENT_FILTER && reading.statements().size() < 2)
                || Refusals.declines(reading.preamble());
    }

    private static String refusalDetail(FinishReason finish) {
        return finish == FinishReason.CONTENT_FILTER
                ? "the provider's filter stopped the answer"
                : "the model declined to answer";
    }

    /** Whether a text begins with a model's refusal, in any language whose refusals are known. */
    public static boolean declines(String text) {
        return Refusals.declines(text);
    }
}
