package dev.cultivar.screen;

import dev.cultivar.api.Outcome;
import dev.cultivar.provider.FinishReason;
import dev.cultivar.screen.reading.AnswerText;
import dev.cultivar.screen.reading.Reading;
import dev.cultivar.screen.reading.Repetition;
import dev.cultivar.screen.reading.StatementReader;
import dev.cultivar.screen.reading.WholeStatements;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Turns an answer into statements, or says why it cannot. Checks for ambiguity, then refusal, format, language and count, and gives
 * exactly one outcome. Safe for use by many threads.
 *
 * <p>An answer that hit the token limit keeps its complete statements. A last statement that stops in mid-sentence does not count, so such
 * an answer is {@code WRONG_COUNT} unless the limit was hit after the last statement.
 */
public final class AnswerScreen {

    /** Statements that every prompt asks for. */
    public static final int STATEMENTS = 10;

    /** Longer answers are cut here before any check: ten statements need a hundredth of it. */
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
        this.languages = new LanguageCheck(LanguageProfiles.builtIn());
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
        String text = AnswerText.of(answer);
        List<Reading> readings = StatementReader.read(text, expected);
        Optional<Reading> one = readings.size() == 1 ? Optional.of(readings.get(0)) : theAnswer(readings, language);
        if (one.isEmpty()) {
            return new Screening(
                    readings.get(0).statements(),
                    Outcome.AMBIGUOUS,
                    readings.size() + " different lists, of "
                            + readings.stream().map(list -> "" + list.size()).collect(Collectors.joining(" and "))
                            + " statements: which is the answer cannot be told");
        }
        Reading reading = one.get();
        List<String> all = WholeStatements.of(reading, finish);
        int cut = reading.size() - all.size();
        List<String> people =
                all.stream().filter(said -> !Refusals.disclaims(said)).toList();
        if (declines(reading, all, finish)) {
            return new Screening(all, Outcome.REFUSAL, refusalDetail(finish));
        }
        boolean endless = finish == FinishReason.LENGTH && Repetition.endless(lastOf(reading, answer));
        if (all.size() < 2 && expected > 1) {
            return new Screening(all, Outcome.WRONG_FORMAT, nothing(text, answer, finish), endless);
        }
        if (all.stream().allMatch(said -> said.codePoints().noneMatch(Character::isLetter))) {
            return new Screening(all, Outcome.WRONG_FORMAT, "the statements hold no words");
        }
        Optional<String> otherForm = OtherForms.of(reading, language);
        if (otherForm.isPresent()) {
            return new Screening(all, Outcome.WRONG_FORMAT, otherForm.get());
        }
        Optional<String> complaint = languages.complaint(all, language);
        if (complaint.isPresent()) {
            return new Screening(all, Outcome.WRONG_LANGUAGE, complaint.get());
        }
        return people.size() == expected
                ? new Screening(people, Outcome.SCORED, "")
                : new Screening(
                        people,
                        Outcome.WRONG_COUNT,
                        count(people.size(), all.size() - people.size(), cut),
                        endless && people.size() < expected);
    }

    /**
     * Chooses the answer among several lists: the last, if it alone is in the language asked for, because what comes before it is a draft
     * or reasoning; or the first, if its translation follows.
     */
    private Optional<Reading> theAnswer(List<Reading> readings, String language) {
        List<Reading> fitting = readings.stream()
                .filter(list -> languages.complaint(list.statements(), language).isEmpty())
                .toList();
        if (fitting.size() != 1) {
            return Optional.empty();
        }
        Reading fit = fitting.get(0);
        boolean othersBefore = readings.stream()
                .allMatch(list ->
                        list.equals(fit) || list.lines().first() < fit.lines().first() || Translations.announced(list));
        return othersBefore ? fitting.stream().findFirst() : Optional.empty();
    }

    /** The text with which the answer ended. */
    private static String lastOf(Reading reading, String answer) {
        return reading.size() < 2 || reading.noteFollows()
                ? answer
                : reading.statements().get(reading.size() - 1);
    }

    private String count(int people, int disclaimers, int cut) {
        return people + " whole statements instead of " + expected + (cut > 0 ? ", and one cut" : "")
                + (disclaimers > 0 ? ", without " + disclaimers + " in which the model speaks of itself" : "");
    }

    private static String nothing(String text, String answer, FinishReason finish) {
        boolean thoughts = text.isBlank() && !answer.isBlank();
        String what = answer.isBlank()
                ? "an empty answer"
                : "no list of statements in an answer of " + answer.length() + " characters";
        return what
                + (thoughts ? ", all of which are thoughts" : "")
                + (finish == FinishReason.LENGTH ? "; the token limit ended it" : "");
    }

    /** If a list has more than half of the statements asked for, the text before it is a disclaimer. */
    private boolean declines(Reading reading, List<String> whole, FinishReason finish) {
        return refusesItemByItem(whole)
                || (finish == FinishReason.CONTENT_FILTER && reading.size() < 2)
                || (2 * whole.size() <= expected && Refusals.declines(reading.preamble()));
    }

    /** Whether most statements of a list refuse. To save time, checks this only where one of the first two does. */
    private static boolean refusesItemByItem(List<String> whole) {
        if (whole.size() < 2 || whole.stream().limit(2).noneMatch(AnswerScreen::refuses)) {
            return false;
        }
        return 2 * whole.stream().filter(AnswerScreen::refuses).count() > whole.size();
    }

    private static boolean refuses(String statement) {
        return Refusals.disclaims(statement) || Refusals.endsDeclining(statement);
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
