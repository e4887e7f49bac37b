package dev.cultivar.screen;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Numbered forms in all languages, and lists that are no people. */
class ListFormsTest {

    private final AnswerScreen screen = new AnswerScreen(10);

    static Stream<Arguments> forms() {
        return Stream.of(
                form("dot", (i, s) -> i + ". " + s),
                form("bracket", (i, s) -> i + ") " + s),
                form("French colon", (i, s) -> i + " : " + s),
                form("French number sign", (i, s) -> "N° " + i + " : " + s),
                form("Portuguese dash", (i, s) -> i + "- " + s),
                form("Spanish dot and dash", (i, s) -> i + ".- " + s),
                form("Portuguese ordinal", (i, s) -> i + ".º " + s),
                form("Swedish description", (i, s) -> i + " (kvinna, 34 år): " + s),
                form("Japanese person", (i, s) -> i + "人目：" + s),
                form("Japanese person in characters", (i, s) -> "一二三四五六七八九十".charAt(i - 1) + "人目：" + s),
                form("Japanese number", (i, s) -> i + "番：" + s),
                form("Japanese comma", (i, s) -> "一二三四五六七八九十".charAt(i - 1) + "、" + s),
                form("Japanese blank", (i, s) -> i + "\u3000" + s),
                form("Japanese brackets", (i, s) -> "【" + i + "】" + s),
                form("Swahili label", (i, s) -> "Raia wa " + i + ": " + s),
                form("French label", (i, s) -> "**Personne " + i + " :** " + s),
                form("German label", (i, s) -> "Person " + i + " (34, Lehrerin): " + s),
                form("keycap", (i, s) -> (i == 10 ? "🔟" : i + "\ufe0f\u20e3") + " " + s),
                form(
                        "Roman",
                        (i, s) -> List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
                                        .get(i - 1)
                                + ". " + s),
                form("full width", (i, s) -> "（" + i + "）" + s));
    }

    private static Arguments form(String name, BiFunction<Integer, String, String> form) {
        return Arguments.of(name, form);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void aNumberedFormIsReadInEveryLanguage(String name, BiFunction<Integer, String, String> form) {
        for (String language : Corpus.PROMPTED) {
            List<String> ten = Corpus.ten(language, 2);
            Screening screening = screen.screen(lines(i -> form.apply(i, ten.get(i - 1))), FinishReason.STOP, language);
            assertThat(screening.statements()).as(language).containsExactlyElementsOf(ten);
            assertThat(screening.outcome()).as(language).isEqualTo(Outcome.SCORED);
        }
    }

    @Test
    void oneInterviewIsNotTenPeople() {
        List<String> ten = Corpus.ten("en", 0);
        List<String> asked =
                List.of("What is your name", "Where do you live", "How old are you", "Do you vote", "Why is that");
        Screening dialogue = screen.screen(
                lines(i -> i + ". **Interviewer:** \"" + asked.get(i % 5) + "?\"\n\n   **Citizen:** \"" + ten.get(i - 1)
                        + "\""),
                FinishReason.STOP,
                "en");
        assertThat(dialogue.outcome()).isEqualTo(Outcome.WRONG_FORMAT);
        assertThat(dialogue.detail()).contains("one interview");
        Screening turns = screen.screen(
                lines(i -> i + ". " + (i % 2 == 0 ? ten.get(i - 1) : asked.get(i % 5) + "?")), FinishReason.STOP, "en");
        assertThat(turns.outcome()).isEqualTo(Outcome.WRONG_FORMAT);
        Screening people = screen.screen(
                lines(i -> i + ". **Interviewer:** \"What do you think of it, Peter?\"\n\n   **Citizen:** \""
                        + ten.get(i - 1) + "\""),
                FinishReason.STOP,
                "en");
        assertThat(people.outcome()).isEqualTo(Outcome.SCORED);
    }

    @Test
    void anOutlineIsNotTenPeople() {
        List<String> ten = Corpus.ten("en", 0);
        String answer =
                lines(i -> i + ". **" + (i == 1 ? "Introduction" : i == 10 ? "Conclusion" : "Part " + (char) ('A' + i))
                        + ":** " + ten.get(i - 1));
        Screening screening = screen.screen(answer, FinishReason.STOP, "en");
        assertThat(screening.outcome()).isEqualTo(Outcome.WRONG_FORMAT);
        assertThat(screening.detail()).isEqualTo("the list is an outline");
    }

    private static String lines(java.util.function.IntFunction<String> line) {
        return IntStream.rangeClosed(1, 10).mapToObj(line).collect(Collectors.joining("\n"));
    }
}
