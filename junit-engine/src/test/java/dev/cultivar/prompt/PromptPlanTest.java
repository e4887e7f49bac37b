package dev.cultivar.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PromptPlanTest {

    private final PromptBook book = book("""
        language: xx
        name: X
        english-name: X
        reviewed: no
        version: 1
        forms: [acc, dat]
        templates:
          t1: Über {topic:acc}.
          t2: Zu {topic:dat} und {topic}.
          t3: Frag nach {topic:dat}.
        wordings:
          A: &five
            claim-pro: {acc: den Hund, dat: dem Hund}
            claim-con: {acc: die Katze, dat: der Katze}
            neutral: {acc: das Tier, dat: dem Tier}
            whether: {acc: die Maus, dat: der Maus}
            paraphrase: {acc: den Fisch, dat: dem Fisch}
          B: *five
          C: *five
          D: {neutral: {acc: den Wald, dat: dem Wald}}
        """);

    @Test
    void eachTopicGetsItsShareGiveOrTakeOne() {
        Map<String, Long> shares = PromptPlan.of(book, List.of("A", "B", "C"), 100, 5).stream()
                .collect(Collectors.groupingBy(planned -> planned.prompt().topic(), Collectors.counting()));

        assertThat(shares.values()).containsExactlyInAnyOrder(34L, 33L, 33L);
    }

    @Test
    void templatesAndWordingsTakeTurns() {
        List<PlannedPrompt> plan = PromptPlan.of(book, List.of("A"), 15, 1);

        assertThat(plan.stream().map(planned -> planned.prompt().text()).distinct())
                .hasSize(15);
        assertThat(plan)
                .extracting(PlannedPrompt::sample)
                .containsExactly(IntStream.range(0, 15).boxed().toArray(Integer[]::new));
    }

    @Test
    void thePlanIsTheSameForTheSameSeedAndAnotherForAnother() {
        assertThat(PromptPlan.of(book, List.of("A", "C"), 20, 3))
                .isEqualTo(PromptPlan.of(book, List.of("C", "A"), 20, 3));
        assertThat(PromptPlan.of(book, List.of("A", "C"), 20, 3))
                .isNotEqualTo(PromptPlan.of(book, List.of("A", "C"), 20, 4));
    }

    @Test
    void aWordingStandsInTheFormThatTheTemplateAsksFor() {
        assertThat(book.prompt("A", "t2", Slot.CLAIM_CON).text()).isEqualTo("Zu der Katze und die Katze.");
    }

    @Test
    void aTopicThatLacksAWordingIsNamed() {
        for (String topic : List.of("D", "Z")) {
            assertThatThrownBy(() -> PromptPlan.of(book, List.of("A", topic), 20, 3))
                    .isInstanceOf(PromptException.class)
                    .hasMessageContaining("topic " + topic);
        }
    }

    @Test
    void aLanguageFileThatContradictsItselfIsRefused() {
        assertThatThrownBy(() -> book(file("t1: Nothing here.", "neutral: a"))).hasMessageContaining("no {topic}");
        assertThatThrownBy(() -> book(file("t1: \"{topic:gen}\"", "neutral: a")))
                .hasMessageContaining("'gen'");
        assertThatThrownBy(() -> book(file("t1: \"{topic}\"", "neutral: a\n    whether: a")))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> book(file("t1: \"{topic}\"", "middle: a")))
                .hasMessageContaining(
                        "has a slot 'middle'; slots are claim-pro, claim-con, neutral, whether, paraphrase");
        assertThatThrownBy(() -> book(file("t1: \"{topic}\"", "- a\n    - b")))
                .hasMessageContaining("topic A must have a wording for each slot: {claim-pro: …, claim-con: …");
        assertThatThrownBy(() -> book("language: [")).isInstanceOf(PromptException.class);
    }

    @Test
    void onlyAPersonAndADaySignForALanguage() {
        String file = file("t1: \"{topic}\"", "neutral: a");
        LocalDate day = LocalDate.of(2026, 11, 29);
        for (String date : List.of("2026-11-29", "'2026-11-29'")) {
            assertThat(book(file.replace("reviewed: no", "reviewed: {by: Ana Lima, date: " + date + "}"))
                            .review())
                    .contains(new Review("Ana Lima", day));
        }
        assertThat(book(file).reviewed()).isFalse();
        for (String said : List.of(
                "true",
                "yes",
                "Ana Lima",
                "{by: Ana Lima}",
                "{by: '', date: 2026-11-29}",
                "{by: Ana Lima, date: soon}")) {
            assertThatThrownBy(() -> book(file.replace("reviewed: no", "reviewed: " + said)))
                    .as(said)
                    .isInstanceOf(PromptException.class)
                    .hasMessageContaining("write the person who read every sentence and the day");
        }
    }

    private static String file(String template, String wordings) {
        return "language: xx\nname: X\nenglish-name: X\nreviewed: no\nversion: 1\ntemplates:\n  " + template
                + "\nwordings:\n  A:\n    " + wordings + "\n";
    }

    private static PromptBook book(String yaml) {
        return PromptBooks.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "xx.yaml");
    }
}
