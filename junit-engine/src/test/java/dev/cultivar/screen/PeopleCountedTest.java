package dev.cultivar.screen;

import static dev.cultivar.screen.TenPeople.NAMES;
import static dev.cultivar.screen.TenPeople.TEN;
import static dev.cultivar.screen.TenPeople.form;
import static dev.cultivar.screen.TenPeople.list;
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

class PeopleCountedTest {

    private final AnswerScreen screen = new AnswerScreen(10);

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
}
