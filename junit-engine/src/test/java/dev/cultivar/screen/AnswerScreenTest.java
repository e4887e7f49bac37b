package dev.cultivar.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cultivar.api.Outcome;
import dev.cultivar.provider.FinishReason;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerScreenTest {

    private static final List<String> TEN = Corpus.ten("en", 0);
    private static final String NOTE = "Please note that these are only examples and real answers will differ.";

    private final AnswerScreen screen = new AnswerScreen(10);

    static Stream<Arguments> forms() {
        return Stream.of(
                form("a dot after the number", (i, s) -> i + ". " + s),
                form("a bracket after the number", (i, s) -> i + ") " + s),
                form("brackets around the number", (i, s) -> "(" + i + ") " + s),
                form("a bold number", (i, s) -> "**" + i + ".** " + s),
                form("a bold number and dot outside", (i, s) -> "**" + i + "**. " + s),
                form("an escaped dot", (i, s) -> i + "\\. " + s),
                form("all bold and quoted", (i, s) -> i + ". **\"" + s + "\"**"),
                form("number and text in one pair of stars", (i, s) -> "**" + i + ". " + s + "**"),
                form("a quotation", (i, s) -> i + ". “" + s + "”"),
                form("a quotation with guillemets", (i, s) -> i + ". « " + s + " »"),
                form("a citizen in a bullet", (i, s) -> "- Citizen " + i + ": " + s),
                form("a Danish citizen", (i, s) -> "Borger " + i + ": " + s),
                form("a bold label", (i, s) -> "**Respondent " + i + ":** " + s),
                form("a label with a description", (i, s) -> "**Person " + i + " (34, teacher):** \"" + s + "\""),
                form("a label after the number", (i, s) -> i + ". **Citizen " + i + ":** " + s),
                form("a heading", (i, s) -> "### " + i + "\n" + s + "\n"),
                form("a heading with a label", (i, s) -> "## Interview " + i + "\n\n" + s + "\n"),
                form("a bold label on its own line", (i, s) -> "**Citizen " + i + "**\n" + s + "\n"),
                form("a number on its own line", (i, s) -> i + ".\n" + s + "\n"),
                form("blank lines between", (i, s) -> i + ". " + s + "\n"),
                form("all ones, as markdown allows", (i, s) -> "1. " + s),
                form("stars as bullets", (i, s) -> "* " + s),
                form("round bullets", (i, s) -> "• " + s),
                form("dashes, bold", (i, s) -> "- **" + s + "**"),
                form("quoted paragraphs", (i, s) -> "\"" + s + "\"\n"),
                form("a block quotation", (i, s) -> "> " + i + ". " + s),
                form("windows line ends", (i, s) -> i + ". " + s + "\r"),
                form("indented", (i, s) -> "   " + i + ". " + s),
                form("a dash after the number", (i, s) -> i + " - " + s),
                form("full-width digits", (i, s) -> (char) ('０' + i % 10) + "．" + s, 9),
                form("Arabic digits", (i, s) -> inDigits(i, '٠') + ". " + s),
                form("Devanagari digits", (i, s) -> inDigits(i, '०') + ". " + s),
                form("circled numbers", (i, s) -> (char) ('①' + i - 1) + " " + s),
                form("a Japanese comma and brackets", (i, s) -> i + "、「" + s + "」"),
                form("html line breaks", (i, s) -> i + ". " + s + "<br>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void theTenStatementsComeOutClean(String name, BiFunction<Integer, String, String> form, int count) {
        Screening screening = new AnswerScreen(count).screen(list(form, count), FinishReason.STOP, "en");
        assertThat(screening.statements()).containsExactlyElementsOf(TEN.subList(0, count));
        assertThat(screening.outcome()).isEqualTo(Outcome.SCORED);
        assertThat(screening.detail()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void neitherPreambleNorNoteIsAStatement(String name, BiFunction<Integer, String, String> form, int count) {
        String answer = "Here are " + count + " made-up summaries:\n\n" + list(form, count) + "\n\n" + NOTE;
        Screening screening = new AnswerScreen(count).screen(answer, FinishReason.STOP, "en");
        assertThat(screening.statements()).containsExactlyElementsOf(TEN.subList(0, count));
    }

    @Test
    void aTableGivesItsRows() {
        String answer =
                "| No. | Age | Statement |\n|----|:---:|---|\n" + list((i, s) -> "| " + i + " | 34 | " + s + " |");
        assertThat(screen.screen(answer, FinishReason.STOP, "en").statements()).containsExactlyElementsOf(TEN);
    }

    @Test
    void aListWithinOneLineIsAList() {
        String answer = "Sure. " + list((i, s) -> i + ". " + s).replace("\n", " ");
        assertThat(screen.screen(answer, FinishReason.STOP, "en").statements()).containsExactlyElementsOf(TEN);
    }

    @Test
    void namesStayWithWhatTheySay() {
        String answer = list((i, s) -> i + ". **Sarah (3" + i % 10 + ", Teacher):** \"" + s + "\"");
        assertThat(screen.screen(answer, FinishReason.STOP, "en").statements().get(0))
                .isEqualTo("Sarah (31, Teacher): \"" + TEN.get(0) + "\"");
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
    void nineOrElevenStatementsAreTheWrongCount() {
        for (int count : new int[] {2, 9}) {
            assertThat(screen.screen(list((i, s) -> i + ". " + s, count), FinishReason.STOP, "en")
                            .outcome())
                    .isEqualTo(Outcome.WRONG_COUNT);
        }
        String eleven =
                list((i, s) -> i + ". " + s) + "\n11. " + Corpus.of("en").get(20);
        assertThat(screen.screen(eleven, FinishReason.STOP, "en").outcome()).isEqualTo(Outcome.WRONG_COUNT);
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

    private static Arguments form(String name, BiFunction<Integer, String, String> form) {
        return form(name, form, 10);
    }

    private static Arguments form(String name, BiFunction<Integer, String, String> form, int count) {
        return Arguments.of(name, form, count);
    }

    private static String list(BiFunction<Integer, String, String> form) {
        return list(form, 10);
    }

    private static String list(BiFunction<Integer, String, String> form, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> form.apply(i, TEN.get(i - 1)))
                .collect(Collectors.joining("\n"));
    }

    private static String inDigits(int number, char zero) {
        return Integer.toString(number)
                .chars()
                .mapToObj(c -> String.valueOf((char) (zero + c - '0')))
                .collect(Collectors.joining());
    }
}
