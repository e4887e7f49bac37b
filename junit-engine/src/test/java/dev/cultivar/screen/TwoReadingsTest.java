package dev.cultivar.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.Outcome;
import dev.cultivar.provider.FinishReason;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that hold more than one list of ten, such as thoughts whose marks nobody knows. */
class TwoReadingsTest {

    private static final List<String> DRAFT = Corpus.ten("da", 0);
    private static final List<String> FINAL = Corpus.ten("da", 12);

    private final AnswerScreen screen = new AnswerScreen(10);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{mull}}\n%s\n{{/mull}}\n\n%s",
                "Jeg prøver først:\n\n%s\n\nNej, hellere sådan:\n\n%s",
                "%s\n\n---\n\n%s",
                "%s\n%s",
                "%s\n\n   %s",
                "| | \n|---|\n%s\n%s",
            })
    void twoListsOfTenAreAmbiguousWhateverMarksThem(String frame) {
        for (String first : forms(DRAFT)) {
            for (String second : forms(FINAL)) {
                Screening screening = screen.screen(frame.formatted(first, second), FinishReason.STOP, "da");
                assertThat(screening.outcome())
                        .as("%s then %s", first, second)
                        .isIn(Outcome.AMBIGUOUS, Outcome.WRONG_COUNT);
                assertThat(screening.passes()).isFalse();
            }
        }
    }

    /** The same ten in the shapes that lists have. */
    private static List<String> forms(List<String> ten) {
        List<String> names =
                List.of("Maria", "Peter", "Ingrid", "Lars", "Fatima", "Jens", "Karen", "Omar", "Sofie", "Henrik");
        return List.of(
                lines(i -> i + 1 + ". " + ten.get(i)),
                lines(i -> "**" + names.get(i) + ":** " + ten.get(i) + "\n"),
                lines(i -> "Borger " + (i + 1) + ": " + ten.get(i)),
                lines(i -> i + 1 + ". " + ten.get(i)).replace("\n", " "),
                "| nr | svar |\n|---|---|\n" + lines(i -> "| " + (i + 1) + " | " + ten.get(i) + " |"));
    }

    private static String lines(java.util.function.IntFunction<String> line) {
        return IntStream.range(0, 10).mapToObj(line).collect(Collectors.joining("\n"));
    }

    @Test
    void anAmbiguousAnswerSaysWhatWasSeen() {
        Screening screening =
                screen.screen(Corpus.numbered(DRAFT) + "\n---\n\n" + Corpus.numbered(FINAL), FinishReason.STOP, "da");
        assertThat(screening.outcome()).isEqualTo(Outcome.AMBIGUOUS);
        assertThat(screening.detail())
                .isEqualTo("2 different lists, of 10 and 10 statements: which is the answer cannot be told");
    }

    @Test
    void aDraftOfTenBeforeAnAnswerThatTheLimitCutIsNotTakenForIt() {
        String cut = Corpus.numbered(FINAL.subList(0, 7));
        assertThat(screen.screen(Corpus.numbered(DRAFT) + "\nSvar:\n" + cut, FinishReason.LENGTH, "da")
                        .outcome())
                .isEqualTo(Outcome.AMBIGUOUS);
    }

    @Test
    void theSameListTwiceIsOneList() {
        String ten = Corpus.numbered(DRAFT);
        assertThat(screen.screen(ten + "\n" + ten, FinishReason.STOP, "da").statements())
                .containsExactlyElementsOf(DRAFT);
        assertThat(screen.screen(ten + "\n" + ten + "\n" + ten.substring(0, 300), FinishReason.LENGTH, "da")
                        .statements())
                .containsExactlyElementsOf(DRAFT);
    }

    @Test
    void aDraftInAnotherLanguageIsNoSecondReading() {
        String answer = Corpus.numbered(Corpus.ten("en", 3)) + "\nPå dansk:\n\n" + Corpus.numbered(FINAL);
        assertThat(screen.screen(answer, FinishReason.STOP, "da").statements()).containsExactlyElementsOf(FINAL);
    }

    @Test
    void anAnnouncedTranslationIsNoSecondReading() {
        String english = Corpus.numbered(Corpus.ten("en", 3));
        String answer = Corpus.numbered(DRAFT) + "\n**English translation:**\n\n" + english;
        assertThat(screen.screen(answer, FinishReason.STOP, "da").statements()).containsExactlyElementsOf(DRAFT);
    }

    @Test
    void thoughtsInTheAskedLanguageBeforeAnAnswerInAnotherAreNotTheAnswer() {
        String answer = Corpus.numbered(DRAFT) + "\n---\n\n" + Corpus.numbered(Corpus.ten("en", 3));
        assertThat(screen.screen(answer, FinishReason.STOP, "da").outcome()).isEqualTo(Outcome.AMBIGUOUS);
    }

    @Test
    void knownThoughtsLeaveOneReading() {
        String answer = "[THINK]\n" + Corpus.numbered(DRAFT) + "[/THINK]\n\n" + Corpus.numbered(FINAL);
        assertThat(screen.screen(answer, FinishReason.STOP, "da").statements()).containsExactlyElementsOf(FINAL);
    }

    @Test
    void thoughtsThatNeverEndAreNoAnswer() {
        Screening screening = screen.screen("<think>\n" + Corpus.numbered(DRAFT), FinishReason.LENGTH, "da");
        assertThat(screening.outcome()).isEqualTo(Outcome.WRONG_FORMAT);
        assertThat(screening.detail()).contains("all of which are thoughts").contains("token limit");
    }
}
