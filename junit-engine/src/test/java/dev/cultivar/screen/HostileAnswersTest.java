package dev.cultivar.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.cultivar.api.Outcome;
import dev.cultivar.provider.FinishReason;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers are untrusted: whatever they hold, screening ends, soon and with one outcome. */
class HostileAnswersTest {

    private static final Set<Outcome> POSSIBLE = EnumSet.of(
            Outcome.SCORED,
            Outcome.REFUSAL,
            Outcome.WRONG_FORMAT,
            Outcome.WRONG_LANGUAGE,
            Outcome.WRONG_COUNT,
            Outcome.AMBIGUOUS);
    private static final List<String> SCRAPS = List.of(
            "1.",
            "2)",
            "**",
            "\n",
            "\n\n",
            "- ",
            "|",
            "|---|\n",
            "\"",
            "“",
            "「",
            "###",
            "Citizen 3:",
            " ",
            "\t",
            "<br>",
            "```",
            "①",
            "٣",
            "\u0000",
            "\ud83d",
            "\ufeff",
            "I can't",
            "kan jeg ikke",
            "10.",
            "999999999999.",
            "(",
            ":",
            "\u202e");
    private static final int MEGABYTE = 1 << 20;

    private final AnswerScreen screen = new AnswerScreen(10);

    @Test
    void mutatedAnswersEndWithOneOutcome() {
        Random random = new Random(20261124);
        for (int round = 0; round < 2_000; round++) {
            String language = Corpus.all().get(random.nextInt(Corpus.all().size()));
            StringBuilder answer = new StringBuilder(Corpus.numbered(Corpus.ten(language, random.nextInt(24))));
            int mutations = 1 + random.nextInt(30);
            for (int m = 0; m < mutations; m++) {
                int at = random.nextInt(answer.length() + 1);
                switch (random.nextInt(4)) {
                    case 0 -> answer.insert(at, SCRAPS.get(random.nextInt(SCRAPS.size())));
                    case 1 -> answer.delete(at, Math.min(answer.length(), at + random.nextInt(40)));
                    case 2 -> answer.insert(at, (char) random.nextInt(0x10000));
                    default -> answer.setLength(Math.max(1, at));
                }
            }
            FinishReason finish = FinishReason.values()[random.nextInt(FinishReason.values().length)];
            Screening screening = screen.screen(answer.toString(), finish, language);
            assertThat(screening.outcome()).isIn(POSSIBLE);
            assertThat(screening.passes()).isEqualTo(screening.detail().isEmpty());
            assertThat(screening.statements()).noneMatch(String::isBlank);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                " ",
                "\n",
                "1. ",
                "1.\n",
                "**",
                "\"",
                "“",
                "- ",
                "|",
                "| a |\n",
                "|---|\n",
                "| a | b\n|---|\n",
                "{",
                "[\"",
                "{\"a\":[",
                "<li>",
                "<a 1>b</a 1>",
                "<think>",
                "[/think]",
                "1 a\n",
                "a) b\n",
                "Q1: a\nA1: b\n",
                "# 1\n- a\n",
                "A: b\n",
                "Citizen 1 is. ",
                "kan ikke ",
                "I can't ",
                "can't a",
                "<b",
                "<b>",
                "Citizen ",
                "Citizen 1",
                "1",
                "٣",
                "(",
                "「",
                "\u0300",
                "#",
                "> ",
                "1. a 2. b ",
                "no puedo ",
                "作成",
                "kann nicht x ",
                ":",
                "**a:** b\n",
                "\"a\"\n",
                "\ud83d\ude00"
            })
    void aMegabyteOfAnythingIsScreenedInLinearTime(String scrap) {
        String answer = scrap.repeat(MEGABYTE / scrap.length());
        Outcome outcome =
                assertTimeoutPreemptively(Duration.ofSeconds(60), () -> screen.screen(answer, FinishReason.LENGTH, "en")
                        .outcome());
        assertThat(outcome).isIn(POSSIBLE);
    }
}
