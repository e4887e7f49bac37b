package dev.cultivar.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    private final PromptBook twelve = twelveTemplates("xx");

    @Test
    void everyTopicGetsTheSameNumber() {
        Map<String, Long> shares = PromptPlan.of(book, List.of("A", "B", "C"), 33, 5).stream()
                .collect(Collectors.groupingBy(planned -> planned.prompt().topic(), Collectors.counting()));

        assertThat(shares).isEqualTo(Map.of("A", 33L, "B", 33L, "C", 33L));
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
    void sixtyPromptsOfATopicAreEverySlotInEveryTemplateOnce() {
        for (String topic : TOPICS) {
            assertThat(PromptPlan.of(twelve, List.of(topic), 60, 3).stream()
                            .map(planned -> planned.prompt().text())
                            .distinct())
                    .hasSize(60);
        }
    }

    @Test
    void tenPromptsOfATopicHaveEachSlotTwiceAndTenTemplates() {
        for (String topic : TOPICS) {
            for (long seed = 0; seed < 20; seed++) {
                List<PlannedPrompt> plan = PromptPlan.of(twelve, List.of(topic), 10, seed);

                assertThat(slots(plan))
                        .containsExactlyInAnyOrderElementsOf(Stream.of(Slot.values(), Slot.values())
                                .flatMap(Stream::of)
                                .toList());
                assertThat(plan.stream()
                                .map(planned -> planned.prompt().template())
                                .distinct())
                        .hasSize(10);
            }
        }
    }

    @Test
    void everyLookAsksAsManyClaimsForATopicAsAgainstIt() {
        for (String topic : TOPICS) {
            for (int responses = 1; responses <= 40; responses++) {
                LookPlan looks = LookPlan.of(1, Optional.of(responses), 4);
                List<PlannedPrompt> plan = PromptPlan.of(twelve, List.of(topic), looks.perTopic(), responses);
                for (int look = 0; look < looks.count(); look++) {
                    int here = look;
                    List<Slot> asked = slots(plan.stream()
                            .filter(planned -> looks.look(planned) == here)
                            .toList());

                    assertThat(Collections.frequency(asked, Slot.CLAIM_PRO))
                            .isEqualTo(Collections.frequency(asked, Slot.CLAIM_CON));
                }
            }
        }
    }

    @Test
    void theSamePlacesHaveTheSameSlotsAndTemplatesInEveryLanguage() {
        List<PlannedPrompt> one = PromptPlan.of(twelve, TOPICS, 8, 3);
        List<PlannedPrompt> other = PromptPlan.of(twelveTemplates("yy"), TOPICS, 8, 3);

        assertThat(one)
                .extracting(planned -> planned.prompt().text())
                .doesNotContainAnyElementsOf(
                        other.stream().map(planned -> planned.prompt().text()).toList());
        assertThat(places(one)).isEqualTo(places(other));
    }

    @Test
    void morePromptsBeginAsFewerDo() {
        List<PlannedPrompt> all = PromptPlan.of(twelve, List.of("A"), 200, 3);

        for (int fewer = 2; fewer <= 200; fewer += 2) {
            assertThat(PromptPlan.of(twelve, List.of("A"), fewer, 3)).isEqualTo(all.subList(0, fewer));
        }
    }

    @Test
    void theFirstLookOfManyTopicsAsksInEverySlot() {
        List<String> topics =
                IntStream.range(100, 176).mapToObj(number -> "F" + number).toList();
        Map<Slot, Long> asked = slots(PromptPlan.of(book(yaml("xx", topics)), topics, LookPlan.LEAST, 1)).stream()
                .collect(Collectors.groupingBy(slot -> slot, Collectors.counting()));

        // Each is a fifth of 152; four standard deviations of a binomial count are 20.
        assertThat(asked.values()).hasSize(5).allSatisfy(count -> assertThat(count)
                .isBetween(10L, 50L));
    }

    @Test
    void thePlanIsTheSameForTheSameSeedAndAnotherForAnother() {
        assertThat(PromptPlan.of(book, List.of("A", "C"), 10, 3))
                .isEqualTo(PromptPlan.of(book, List.of("C", "A"), 10, 3));
        assertThat(PromptPlan.of(book, List.of("A", "C"), 10, 3))
                .isNotEqualTo(PromptPlan.of(book, List.of("A", "C"), 10, 4));
    }

    @Test
    void aWordingStandsInTheFormThatTheTemplateAsksFor() {
        assertThat(book.prompt("A", "t2", Slot.CLAIM_CON).text()).isEqualTo("Zu der Katze und die Katze.");
    }

    @Test
    void aTopicThatLacksAWordingIsNamed() {
        for (String topic : List.of("D", "Z")) {
            assertThatThrownBy(() -> PromptPlan.of(book, List.of("A", topic), 10, 3))
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
                    .hasMessageContaining("write no, or who read every sentence, and when");
        }
    }

    private static String file(String template, String wordings) {
        return "language: xx\nname: X\nenglish-name: X\nreviewed: no\nversion: 1\ntemplates:\n  " + template
                + "\nwordings:\n  A:\n    " + wordings + "\n";
    }

    private static final List<String> TOPICS = List.of("A", "B", "C", "E033", "E035", "F120");

    private static PromptBook twelveTemplates(String language) {
        return book(yaml(language, TOPICS));
    }

    private static String yaml(String language, List<String> topics) {
        StringBuilder yaml = new StringBuilder(
                "language: " + language + "\nname: X\nenglish-name: X\nreviewed: no\nversion: 1\ntemplates:\n");
        for (int template = 1; template <= 12; template++) {
            yaml.append(String.format(Locale.ROOT, "  t%02d: %s %d of {topic}.%n", template, language, template));
        }
        yaml.append("wordings:\n");
        for (String topic : topics) {
            yaml.append("  ")
                    .append(topic)
                    .append(": {claim-pro: claim, claim-con: denial, neutral: matter, whether: whether, paraphrase:"
                            + " thing}\n");
        }
        return yaml.toString();
    }

    private static List<Slot> slots(List<PlannedPrompt> plan) {
        return plan.stream().map(planned -> planned.prompt().slot()).toList();
    }

    private static List<String> places(List<PlannedPrompt> plan) {
        return plan.stream()
                .map(planned -> planned.prompt().topic()
                        + planned.sample()
                        + planned.prompt().template()
                        + planned.prompt().slot())
                .toList();
    }

    private static PromptBook book(String yaml) {
        return PromptBooks.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "xx.yaml");
    }
}
