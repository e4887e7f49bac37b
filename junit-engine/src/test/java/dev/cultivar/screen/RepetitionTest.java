package dev.cultivar.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.Outcome;
import dev.cultivar.provider.FinishReason;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A model that repeats itself without end, told from one that was cut. */
class RepetitionTest {

    private final AnswerScreen screen = new AnswerScreen(10);

    static Stream<String> languages() {
        return Corpus.PROMPTED.stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aLastStatementThatSaysTheSameOverAndOverHasNoEnd(String language) {
        List<String> said = Corpus.ten(language, 0);
        String phrase = said.get(9).substring(0, said.get(9).length() - 1) + ", ";
        String answer = Corpus.numbered(said.subList(0, 9)) + "10. " + said.get(8) + " " + phrase.repeat(6);
        for (int cut = 1; cut < phrase.length(); cut += 3) {
            Screening screening =
                    screen.screen(answer.substring(0, answer.length() - cut), FinishReason.LENGTH, language);
            assertThat(screening.outcome()).isEqualTo(Outcome.WRONG_COUNT);
            assertThat(screening.endless()).as("cut %d", cut).isTrue();
        }
    }

    @Test
    void twoPhrasesInTurnAreOneLoop() {
        List<String> said = Corpus.ten("en", 0);
        String answer = Corpus.numbered(said.subList(0, 6)) + "7. It is hard to say"
                + ", and the town is still small, and the road is still long".repeat(8) + ", and the to";
        assertThat(screen.screen(answer, FinishReason.LENGTH, "en").endless()).isTrue();
    }

    @Test
    void soIsAnAnswerWithoutAList() {
        String answer = "Here is what they said: " + "They said what they think. ".repeat(12) + "They said";
        Screening screening = screen.screen(answer, FinishReason.LENGTH, "en");
        assertThat(screening.outcome()).isEqualTo(Outcome.WRONG_FORMAT);
        assertThat(screening.endless()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void anAnswerThatIsCutInMidSentenceWouldHaveEnded(String language) {
        List<String> said = Corpus.ten(language, 0);
        String answer = Corpus.numbered(said);
        String cut = answer.strip().substring(0, answer.strip().length() - 6);
        Screening screening = screen.screen(cut, FinishReason.LENGTH, language);
        assertThat(screening.outcome()).isEqualTo(Outcome.WRONG_COUNT);
        assertThat(screening.endless()).isFalse();
    }

    @Test
    void peopleWhoSayTheSameSentenceAreCountedAndEnd() {
        String sentence = "I am against it, and so is everybody whom I know in this small town";
        StringBuilder answer = new StringBuilder();
        for (int i = 1; i < 9; i++) {
            answer.append(i).append(". ").append(sentence).append(".\n");
        }
        Screening screening = screen.screen(answer + "9. " + sentence.substring(0, 20), FinishReason.LENGTH, "en");
        assertThat(screening.outcome()).isEqualTo(Outcome.WRONG_COUNT);
        assertThat(screening.endless()).isFalse();
    }

    @Test
    void aModelThatStoppedByItselfHasAnEnd() {
        List<String> said = Corpus.ten("en", 0);
        String answer = Corpus.numbered(said.subList(0, 8)) + "9. " + "It is wrong, and it stays wrong. ".repeat(9);
        assertThat(screen.screen(answer, FinishReason.STOP, "en").endless()).isFalse();
    }
}
