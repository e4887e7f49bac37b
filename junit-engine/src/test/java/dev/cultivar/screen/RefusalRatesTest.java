package dev.cultivar.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.Outcome;
import dev.cultivar.provider.FinishReason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Miss and false-alarm rates on a labelled set: refusals in ten languages in the words of today's models, and answers
 * without a list that decline nothing. The patterns were made from the half marked "build" alone.
 */
class RefusalRatesTest {

    private static final int MISSED = 7;
    private static final int ALARMS = 0;

    private final AnswerScreen screen = new AnswerScreen(10);

    static Stream<String> languages() {
        return Corpus.PROMPTED.stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyRefusalThePatternsWereMadeFromIsFound(String language) {
        assertThat(of(language, "build", "refusal"))
                .hasSizeGreaterThanOrEqualTo(10)
                .allSatisfy(text -> assertThat(outcome(text, language)).as(text).isEqualTo(Outcome.REFUSAL));
        assertThat(of(language, "build", "other"))
                .allSatisfy(text -> assertThat(outcome(text, language)).as(text).isNotEqualTo(Outcome.REFUSAL));
    }

    /** The bounds are what docs/refusals.md says, to the answer. */
    @Test
    void unseenRefusalsAreMissedAsOftenAsTheDocumentSays() {
        List<String> missed = new ArrayList<>();
        List<String> alarms = new ArrayList<>();
        int refusals = 0;
        int others = 0;
        for (String language : Corpus.PROMPTED) {
            for (String text : of(language, "measure", "refusal")) {
                refusals++;
                if (outcome(text, language) != Outcome.REFUSAL) {
                    missed.add(language + ": " + text);
                }
            }
            for (String text : of(language, "measure", "other")) {
                others++;
                if (outcome(text, language) == Outcome.REFUSAL) {
                    alarms.add(language + ": " + text);
                }
            }
        }
        assertThat(refusals).isEqualTo(100);
        assertThat(others).isEqualTo(40);
        assertThat(missed).hasSizeLessThanOrEqualTo(MISSED);
        assertThat(alarms).hasSizeLessThanOrEqualTo(ALARMS);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aRefusalBeforeNineOrElevenStatementsIsADisclaimer(String language) {
        List<String> corpus = Corpus.of(language);
        for (String text : of(language, "build", "refusal")) {
            for (int count : new int[] {9, 11}) {
                String answer = text + "\n\n" + Corpus.numbered(corpus.subList(0, count));
                assertThat(outcome(answer, language)).as(text).isEqualTo(Outcome.WRONG_COUNT);
            }
            assertThat(outcome(text + "\n\n" + Corpus.numbered(corpus.subList(0, 10)), language))
                    .as(text)
                    .isEqualTo(Outcome.SCORED);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aRefusalTenTimesInAListIsARefusal(String language) {
        for (String half : List.of("build", "measure")) {
            List<String> ten = of(language, half, "refusal").subList(0, 10);
            assertThat(outcome(Corpus.numbered(ten), language)).isEqualTo(Outcome.REFUSAL);
        }
        assertThat(outcome("1. I'm sorry, I can't answer that.\n".repeat(10), language))
                .isEqualTo(Outcome.REFUSAL);
    }

    private Outcome outcome(String text, String language) {
        return screen.screen(text, FinishReason.STOP, language).outcome();
    }

    private static List<String> of(String language, String half, String kind) {
        return Corpus.labelled("refusals/" + language + ".txt", half, kind);
    }
}
