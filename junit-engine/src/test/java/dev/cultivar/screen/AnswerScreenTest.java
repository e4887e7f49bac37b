package dev.cultivar.screen;

import static dev.cultivar.screen.TenPeople.TEN;
import static dev.cultivar.screen.TenPeople.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cultivar.api.Outcome;
import dev.cultivar.provider.FinishReason;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswerScreenTest {

    private final AnswerScreen screen = new AnswerScreen(10);

    @Test
    void aNumberedSubjectStaysInItsSentence() {
        for (String between : List.of("\n", "\n\n", " ")) {
            String answer = IntStream.rangeClosed(1, 10)
                    .mapToObj(i -> "Citizen " + i + " says that " + TEN.get(i - 1))
                    .collect(Collectors.joining(between));
            assertThat(screen.screen(answer, FinishReason.STOP, "en").statements())
                    .hasSize(10)
                    .allMatch(s -> s.startsWith("Citizen "));
        }
    }

    @Test
    void namesAreTakenFromWhatTheySay() {
        String answer = list((i, s) -> i + ". **Sarah (3" + i % 10 + ", Teacher):** \"" + s + "\"");
        assertThat(screen.screen(answer, FinishReason.STOP, "en").statements().get(0))
                .isEqualTo(TEN.get(0));
    }

    @Test
    void nestedBulletsAndFurtherLinesBelongToTheirStatement() {
        String answer = list((i, s) -> i + ". " + s + "\n   - It is what I would vote for.\n     And I would say so.");
        assertThat(screen.screen(answer, FinishReason.STOP, "en").statements())
                .hasSize(10)
                .allMatch(statement -> statement.endsWith(" It is what I would vote for. And I would say so."));
    }

    @Test
    void numbersWithinAStatementBeginNoOther() {
        String answer = list((i, s) -> i + ". " + s + " In 2019 I paid 3. 5 or 6.5 would be fairer.");
        assertThat(screen.screen(answer, FinishReason.STOP, "en").statements()).hasSize(10);
    }

    @Test
    void sectionTitlesAreNoStatements() {
        String answer = "**In favour:**\n\n" + list((i, s) -> i == 6 ? "\n**Against:**\n\n6. " + s : i + ". " + s);
        assertThat(screen.screen(answer, FinishReason.STOP, "en").statements()).containsExactlyElementsOf(TEN);
    }

    @Test
    void aCutAnswerKeepsItsWholeStatements() {
        String answer = list((i, s) -> i + ". " + s);
        Screening screening = screen.screen(answer.substring(0, answer.length() - 20), FinishReason.LENGTH, "en");
        assertThat(screening.outcome()).isEqualTo(Outcome.WRONG_COUNT);
        assertThat(screening.statements()).containsExactlyElementsOf(TEN.subList(0, 9));
        assertThat(screening.detail()).isEqualTo("9 whole statements instead of 10, and one cut");
    }

    @Test
    void aCutInTheClosingNoteTakesNoStatementAway() {
        String answer = list((i, s) -> i + ". " + s) + "\n\nPlease note that these are only";
        assertThat(screen.screen(answer, FinishReason.LENGTH, "en").statements())
                .containsExactlyElementsOf(TEN);
    }

    @Test
    void aQuotationLeftOpenIsCutWhateverTheEndpointSays() {
        String answer = list((i, s) -> i + ". \"" + s + "\"");
        Screening screening = screen.screen(answer.substring(0, answer.length() - 20), FinishReason.STOP, "en");
        assertThat(screening.statements()).hasSize(9);
    }

    @Test
    void statementsWithoutFullStopsAreWholeWhenTheModelWasDone() {
        String answer = list((i, s) -> i + ". " + s.substring(0, s.length() - 1));
        assertThat(screen.screen(answer, FinishReason.STOP, "en").statements()).hasSize(10);
    }

    @Test
    void anUnknownReasonToStopSaysNothingAboutAFormThatIsWhole() {
        String bare = list((i, s) -> i + ". " + s.substring(0, s.length() - 1));
        assertThat(screen.screen(bare, FinishReason.OTHER, "en").outcome()).isEqualTo(Outcome.SCORED);
        String cut = list((i, s) -> i + ". " + s);
        assertThat(screen.screen(cut.substring(0, cut.length() - 20), FinishReason.OTHER, "en")
                        .statements())
                .hasSize(9);
    }

    @Test
    void tokensOfTheTemplateEndNoSentence() {
        String ten = list((i, s) -> i + ". " + s);
        for (String end :
                List.of("</s>", "<|eot_id|><|eot_id|>", "<|im_end|>\n<|im_start|>assistant", "assistant\n\n" + ten)) {
            assertThat(screen.screen(ten + end, FinishReason.LENGTH, "en").statements())
                    .containsExactlyElementsOf(TEN);
        }
    }

    @Test
    void proseIsTheWrongFormat() {
        for (String answer : List.of("", " \n\n ", String.join(" ", TEN), "42", "1.", "- \n- \n", "```\n```")) {
            assertThat(screen.screen(answer, FinishReason.STOP, "en").outcome())
                    .as(answer)
                    .isEqualTo(Outcome.WRONG_FORMAT);
        }
    }

    @Test
    void numbersWithoutWordsAreTheWrongFormatAndInNoLanguage() {
        Screening bare =
                screen.screen("1. 1\n2. 2\n3. 3\n4. 4\n5. 5\n6. 6\n7. 7\n8. 8\n9. 9\n10. 10", FinishReason.STOP, "pt");
        assertThat(bare.outcome()).isEqualTo(Outcome.WRONG_FORMAT);
        assertThat(bare.detail()).isEqualTo("the statements hold no words");
    }

    @Test
    void languageComesBeforeCount() {
        String six = list((i, s) -> i + ". " + s, 6);
        assertThat(screen.screen(six, FinishReason.STOP, "da").outcome()).isEqualTo(Outcome.WRONG_LANGUAGE);
    }

    @Test
    void aPreambleInAnotherLanguageDoesNotMatter() {
        String answer = "Here are 10 plausible summaries of interviews, in Danish as you asked for:\n\n"
                + Corpus.numbered(Corpus.ten("da", 0)) + "\nThese are only examples; please ask for more.";
        assertThat(screen.screen(answer, FinishReason.STOP, "da").outcome()).isEqualTo(Outcome.SCORED);
    }

    @Test
    void statementsCarryNoControlOrDirectionCharacters() {
        String answer = list((i, s) -> i + ". \u001b[31m\u202e" + s + "\u0000\u200b");
        assertThat(screen.screen(answer, FinishReason.STOP, "en").statements())
                .allMatch(s -> s.chars().noneMatch(c -> c < ' ' || c == '\u202e' || c == '\u200b'));
    }

    @Test
    void askingForNoStatementsIsAMistake() {
        assertThatThrownBy(() -> new AnswerScreen(0)).hasMessageContaining("at least 1");
    }
}
