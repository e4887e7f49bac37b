package dev.cultivar.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cultivar.api.Outcome;
import dev.cultivar.provider.FinishReason;
import java.util.List;
import java.util.Locale;
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

    private static final List<String> NAMES =
            List.of("Maria", "Peter", "Ingrid", "Lars", "Fatima", "Jens", "Karen", "Omar", "Sofie", "Henrik");
    private static final List<String> ORDINALS =
            List.of("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth");

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
                form("html line breaks", (i, s) -> i + ". " + s + "<br>"),
                form("a dot and a bracket", (i, s) -> i + ".) " + s),
                form("a blank before the colon", (i, s) -> i + " : " + s),
                form("a dash right after the number", (i, s) -> i + "- " + s),
                form("an arrow", (i, s) -> i + "→ " + s),
                form("nothing but a blank", (i, s) -> i + " " + s),
                form("an ideographic blank", (i, s) -> i + "\u3000" + s),
                form("a number of the total", (i, s) -> i + "/10: " + s),
                form("a sign for number", (i, s) -> "N° " + i + " : " + s),
                form("a hash", (i, s) -> "#" + i + ": " + s),
                form("a hidden character before the dot", (i, s) -> i + "\u200b. " + s),
                form("a blank that does not break", (i, s) -> i + ".\u00a0" + s),
                form("an ordinal", (i, s) -> i + ".º " + s),
                form("keycaps", (i, s) -> (i == 10 ? "🔟" : i + "\ufe0f\u20e3") + " " + s),
                form("numbers in black circles", (i, s) -> (char) ('❶' + i - 1) + " " + s),
                form("numbers in brackets of their own", (i, s) -> (char) ('⑴' + i - 1) + " " + s),
                form("numbers with a dot of their own", (i, s) -> (char) ('⒈' + i - 1) + " " + s),
                form("mathematical digits", (i, s) -> mathematical(i) + ". " + s),
                form("Roman numbers", (i, s) -> roman(i) + ". " + s),
                form("small Roman numbers in brackets", (i, s) -> "(" + roman(i).toLowerCase(Locale.ROOT) + ") " + s),
                form("letters", (i, s) -> (char) ('a' + i - 1) + ") " + s),
                form("bold capitals", (i, s) -> "**" + (char) ('A' + i - 1) + ".** " + s),
                form("Chinese numbers", (i, s) -> "一二三四五六七八九十".charAt(i - 1) + "、" + s),
                form("persons counted in Japanese", (i, s) -> i + "人目：" + s),
                form("an age after the number", (i, s) -> i + " (kvinde, 3" + i % 10 + " år): " + s),
                form("a label in brackets of its own", (i, s) -> "Citizen " + i + " [34, teacher]: " + s),
                form("a label of the total", (i, s) -> "**Interview " + i + " of 10:** " + s),
                form("a picture before the label", (i, s) -> "👤 **Citizen " + i + " (34):** " + s + "\n"),
                form("a picture as bullet", (i, s) -> "🔹 " + s),
                form("a bullet and a blank that does not break", (i, s) -> "-\u00a0" + s),
                form("a name and a colon", (i, s) -> NAMES.get(i - 1) + ": " + s),
                form("a name, an age and a colon", (i, s) -> NAMES.get(i - 1) + " (34): " + s + "\n"),
                form("a bold name and a dash", (i, s) -> "**" + NAMES.get(i - 1) + ", 34** – " + s + "\n"),
                form("an age first", (i, s) -> (30 + 7 * i % 50) + "-year-old teacher: " + s),
                form("a letter for a name", (i, s) -> "Respondent " + (char) ('A' + i - 1) + ": " + s),
                form("a letter and a Japanese title", (i, s) -> "**" + (char) ('A' + i - 1) + "さん（34歳）：** " + s),
                form("ordinal words", (i, s) -> "**" + ORDINALS.get(i - 1) + " citizen:** " + s + "\n"),
                form("a heading with a name", (i, s) -> "### " + NAMES.get(i - 1) + ", 34, teacher\n" + s + "\n"),
                form("a name over a quotation", (i, s) -> "**" + NAMES.get(i - 1) + "**\n> \"" + s + "\"\n"),
                form("a quotation and who said it", (i, s) -> i + ". \"" + s + "\" — " + NAMES.get(i - 1) + ", 34"),
                form("different words in the labels", (i, s) -> (i % 2 == 0 ? "Man " : "Woman ") + i + ": " + s),
                form("numbers aligned at the right", (i, s) -> (i < 10 ? "  " : " ") + i + ". " + s),
                form("an item of LaTeX", (i, s) -> "\\item " + s),
                form("a paragraph of html", (i, s) -> "<p><strong>" + NAMES.get(i - 1) + ":</strong> " + s + "</p>"),
                form("a tag for each", (i, s) -> "<interview id=\"" + i + "\">" + s + "</interview>"),
                form("an item of an html list", (i, s) -> (i == 1 ? "<ol>" : "") + "<li>" + s + "</li>"),
                form("a line of CSV", (i, s) -> i + ",\"" + s + "\""),
                form("a question and its answer", (i, s) -> "Q" + i + ": What do you think?\nA" + i + ": " + s),
                form(
                        "a profile and a view",
                        (i, s) -> "Citizen " + i + ": " + NAMES.get(i - 1) + ", 34, teacher.\nView " + i + ": " + s),
                form("a row without outer bars", (i, s) -> (i == 1 ? "No. | View\n---|---\n" : "") + i + " | " + s));
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
    void aFirstLineThatLostItsIndentationIsOneOfTen() {
        String answer = list((i, s) -> (i == 1 ? "" : "   ") + i + ". " + s);
        assertThat(screen.screen(answer, FinishReason.STOP, "en").statements()).containsExactlyElementsOf(TEN);
    }

    @Test
    void sentencesOnLinesOfTheirOwnAreReadWhereTheyAreTen() {
        assertThat(screen.screen(list((i, s) -> s), FinishReason.STOP, "en").statements())
                .containsExactlyElementsOf(TEN);
        assertThat(screen.screen(list((i, s) -> s, 9), FinishReason.STOP, "en").outcome())
                .isEqualTo(Outcome.WRONG_FORMAT);
    }

    @Test
    void lineBreaksThatWereWrittenOutBreakLines() {
        String answer = "Here are ten:\\n\\n" + list((i, s) -> i + ". " + s).replace("\n", "\\n");
        assertThat(screen.screen(answer, FinishReason.STOP, "en").statements()).containsExactlyElementsOf(TEN);
    }

    static Stream<Arguments> json() {
        return Stream.of(
                Arguments.of("an array of texts", "[%s]", (BiFunction<Integer, String, String>) (i, s) -> quoted(s)),
                Arguments.of("an array of objects", "```json\n[%s]\n```", (BiFunction<Integer, String, String>)
                        (i, s) -> "{\"citizen\": " + i + ", \"view\": " + quoted(s) + "}"),
                Arguments.of("objects in an object", "{\"interviews\": [%s]}", (BiFunction<Integer, String, String>)
                        (i, s) -> "{\"name\": " + quoted(NAMES.get(i - 1)) + ", \"age\": 34, \"summary\": " + quoted(s)
                                + "}"),
                Arguments.of("an entry a person", "Here you are:\n{%s}", (BiFunction<Integer, String, String>)
                        (i, s) -> quoted("" + i) + ": " + quoted(s)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("json")
    void jsonGivesItsTexts(String name, String frame, BiFunction<Integer, String, String> form) {
        for (String between : List.of(", ", ",\n  ")) {
            String inner = IntStream.rangeClosed(1, 10)
                    .mapToObj(i -> form.apply(i, TEN.get(i - 1)))
                    .collect(Collectors.joining(between));
            assertThat(screen.screen(frame.formatted(inner), FinishReason.STOP, "en")
                            .statements())
                    .containsExactlyElementsOf(TEN);
            String cut = frame.formatted(inner);
            assertThat(screen.screen(cut.substring(0, cut.indexOf(TEN.get(8)) + 9), FinishReason.LENGTH, "en")
                            .statements())
                    .containsExactlyElementsOf(TEN.subList(0, 8));
        }
    }

    @Test
    void aTableIsReadByItsColumnOfViews() {
        String profile =
                "a teacher from a small town in the north who has two children and a dog, and votes in all elections";
        String answer = "| # | Citizen | View |\n|---|---|---|\n"
                + list((i, s) -> "| " + i + " | " + NAMES.get(i - 1) + ", 34, " + profile + " | " + s + " |");
        assertThat(screen.screen(answer, FinishReason.STOP, "en").statements()).containsExactlyElementsOf(TEN);
    }

    @Test
    void whatIsCountedBesidesPeopleIsNoPerson() {
        String before = "I kept in mind:\n\n1. A spread of ages.\n2. Both towns and villages.\n\nThe summaries:\n\n";
        String after = "\n\n**Key themes:**\n\n1. Faith.\n2. Fear of mistakes.\n3. Justice.";
        String ten = list((i, s) -> i + ". " + s);
        for (String answer : List.of(before + ten, ten + after, before + ten + after)) {
            assertThat(screen.screen(answer, FinishReason.STOP, "en").statements())
                    .containsExactlyElementsOf(TEN);
        }
        Screening seven = screen.screen(list((i, s) -> i + ". " + s, 7) + after, FinishReason.STOP, "en");
        assertThat(seven.outcome()).isEqualTo(Outcome.WRONG_COUNT);
        assertThat(seven.statements()).containsExactlyElementsOf(TEN.subList(0, 7));
    }

    static Stream<Arguments> five() {
        return Stream.of(
                form(
                        "questions and answers",
                        (i, s) -> "Q" + i + ": What do you think, " + NAMES.get(i - 1) + "?\nA" + i + ": " + s),
                form(
                        "profiles and views",
                        (i, s) -> "Citizen " + i + ": " + NAMES.get(i - 1) + ", 34, teacher.\nView " + i + ": " + s),
                form(
                        "people with two bullets",
                        (i, s) -> "### " + NAMES.get(i - 1) + " (34)\n- " + s + "\n- Lives in a town.\n"),
                form(
                        "bold people with two bullets",
                        (i, s) -> "**" + NAMES.get(i - 1) + "**\n* " + s + "\n* Lives in a town.\n"),
                form(
                        "numbered people with two bullets",
                        (i, s) -> i + ". " + NAMES.get(i - 1) + "\n   - " + s + "\n   - It matters."),
                form(
                        "numbered people with two numbers",
                        (i, s) -> i + ". " + NAMES.get(i - 1) + "\n   1. " + s + "\n   2. It matters."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("five")
    void fivePeopleWithTwoThingsEachAreFive(String name, BiFunction<Integer, String, String> form, int ten) {
        Screening screening = screen.screen("The summaries:\n\n" + list(form, 5), FinishReason.STOP, "en");
        assertThat(screening.outcome()).isEqualTo(Outcome.WRONG_COUNT);
        assertThat(screening.statements()).hasSize(5);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("five")
    void tenPeopleWithTwoThingsEachAreTen(String name, BiFunction<Integer, String, String> form, int ten) {
        String answer = IntStream.rangeClosed(1, 10)
                .mapToObj(i -> form.apply(i, TEN.get(i - 1)))
                .collect(Collectors.joining("\n"));
        Screening screening = screen.screen(answer, FinishReason.STOP, "en");
        assertThat(screening.outcome()).isEqualTo(Outcome.SCORED);
        assertThat(screening.statements()).hasSize(10);
    }

    @Test
    void twoGroupsOfFiveAreNotOneListOfTen() {
        for (String mark : List.of("- ", "* ")) {
            String answer = "**For:**\n\n" + list((i, s) -> i == 6 ? "\n**Against:**\n\n" + mark + s : mark + s);
            assertThat(screen.screen(answer, FinishReason.STOP, "en").outcome()).isEqualTo(Outcome.WRONG_COUNT);
        }
        String numbered =
                "**For:**\n\n" + list((i, s) -> (i == 6 ? "\n**Against:**\n\n" : "") + ((i - 1) % 5 + 1) + ". " + s);
        assertThat(screen.screen(numbered, FinishReason.STOP, "en").outcome()).isEqualTo(Outcome.WRONG_COUNT);
    }

    @Test
    void aListWithinAnItemIsNoListOfPeople() {
        String inner = list((i, s) -> "   - " + s);
        for (String answer : List.of(
                "1. **Views**\n" + inner + "\n2. **Summary**\n   - It varies.",
                "1. **Introduction**\n   - It varies.\n2. **Views**\n" + inner)) {
            assertThat(screen.screen(answer, FinishReason.STOP, "en").outcome()).isEqualTo(Outcome.WRONG_COUNT);
        }
    }

    @Test
    void aNumberGivenTwiceIsAnItemTooMany() {
        String answer = list((i, s) -> (i > 4 ? i - 1 : i) + ". " + s) + "\n10. "
                + Corpus.of("en").get(20);
        assertThat(screen.screen(answer, FinishReason.STOP, "en").outcome()).isEqualTo(Outcome.WRONG_COUNT);
    }

    @Test
    void tenQuestionsAreAnInterviewer() {
        for (String answer : List.of(
                list((i, s) -> i + ". What do you think about number " + i + " of our questions?"),
                list((i, s) -> i + ". \"Do you believe that " + s.substring(0, s.length() - 1) + "?\""))) {
            Screening screening = screen.screen(answer, FinishReason.STOP, "en");
            assertThat(screening.outcome()).isEqualTo(Outcome.WRONG_FORMAT);
            assertThat(screening.detail()).isEqualTo("10 of 10 statements are questions");
        }
    }

    @Test
    void aListThatCountsDownIsNone() {
        for (String answer :
                List.of(list((i, s) -> i + ". " + (11 - i) + ") " + s), list((i, s) -> (11 - i) + ". " + s))) {
            assertThat(screen.screen(answer, FinishReason.STOP, "en").outcome()).isEqualTo(Outcome.WRONG_FORMAT);
        }
    }

    @Test
    void aModelThatSpeaksOfItselfIsNoneOfTheTen() {
        String answer =
                list((i, s) -> i + ". " + (i == 3 ? "As an AI language model, I don't have personal opinions." : s));
        Screening screening = screen.screen(answer, FinishReason.STOP, "en");
        assertThat(screening.outcome()).isEqualTo(Outcome.WRONG_COUNT);
        assertThat(screening.detail())
                .isEqualTo("9 whole statements instead of 10, without 1 in which the model speaks of itself");
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

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\\\"") + "\"";
    }

    private static String mathematical(int number) {
        return Integer.toString(number)
                .chars()
                .mapToObj(c -> Character.toString(0x1D7CE + c - '0'))
                .collect(Collectors.joining());
    }

    private static String roman(int number) {
        return List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
                .get(number - 1);
    }

    private static String inDigits(int number, char zero) {
        return Integer.toString(number)
                .chars()
                .mapToObj(c -> String.valueOf((char) (zero + c - '0')))
                .collect(Collectors.joining());
    }
}
