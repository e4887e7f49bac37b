package dev.cultivar.screen;

import static dev.cultivar.screen.TenPeople.NAMES;
import static dev.cultivar.screen.TenPeople.TEN;
import static dev.cultivar.screen.TenPeople.form;
import static dev.cultivar.screen.TenPeople.list;
import static org.assertj.core.api.Assertions.assertThat;

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

class AnswerFormsTest {

    private static final String NOTE = "Please note that these are only examples and real answers will differ.";

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
    void lineBreaksThatWereWrittenOutBreakLines() {
        String answer = "Here are ten:\\n\\n" + list((i, s) -> i + ". " + s).replace("\n", "\\n");
        assertThat(screen.screen(answer, FinishReason.STOP, "en").statements()).containsExactlyElementsOf(TEN);
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
