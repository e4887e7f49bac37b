package dev.cultivar.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PromptPlanTest {

    private final PromptBook book = book("""
        language: xx
        name: X
        english-name: X
        reviewed: true
        version: 1
        forms: [acc, dat]
        templates:
          t1: Über {topic:acc}.
          t2: Zu {topic:dat} und {topic}.
          t3: Frag nach {topic:dat}.
        wordings:
          A: [{acc: den Hund, dat: dem Hund}, {acc: die Katze, dat: der Katze}]
          B: [{acc: das Haus, dat: dem Haus}]
          C: [{acc: den Wald, dat: dem Wald}, {acc: die See, dat: der See}]
        """);

    @Test
    void eachTopicGetsItsShareGiveOrTakeOne() {
        Map<String, Long> shares = PromptPlan.of(book, List.of("A", "B", "C"), 100, 5).stream()
                .collect(Collectors.groupingBy(planned -> planned.prompt().topic(), Collectors.counting()));

        assertThat(shares.values()).containsExactlyInAnyOrder(34L, 33L, 33L);
    }

    @Test
    void templatesAndWordingsTakeTurns() {
        List<PlannedPrompt> plan = PromptPlan.of(book, List.of("A"), 6, 1);

        assertThat(plan.stream().map(planned -> planned.prompt().text()).distinct())
                .hasSize(6);
        assertThat(plan).extracting(PlannedPrompt::sample).containsExactly(0, 1, 2, 3, 4, 5);
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
        assertThat(book.prompt("A", "t2", 1).text()).isEqualTo("Zu der Katze und die Katze.");
    }

    @Test
    void aTopicWithoutWordingIsNamed() {
        assertThatThrownBy(() -> PromptPlan.of(book, List.of("A", "Z"), 20, 3))
                .isInstanceOf(PromptException.class)
                .hasMessageContaining("topic Z");
    }

    @Test
    void aLanguageFileThatContradictsItselfIsRefused() {
        assertThatThrownBy(() -> book(file("t1: Nothing here.", "- a"))).hasMessageContaining("no {topic}");
        assertThatThrownBy(() -> book(file("t1: \"{topic:gen}\"", "- a"))).hasMessageContaining("'gen'");
        assertThatThrownBy(() -> book(file("t1: \"{topic}\"", "- a\n    - a"))).hasMessageContaining("twice");
        assertThatThrownBy(() -> book("language: [")).isInstanceOf(PromptException.class);
    }

    private static String file(String template, String wordings) {
        return "language: xx\nname: X\nenglish-name: X\nreviewed: true\nversion: 1\ntemplates:\n  " + template
                + "\nwordings:\n  A:\n    " + wordings + "\n";
    }

    private static PromptBook book(String yaml) {
        return PromptBooks.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "xx.yaml");
    }
}
