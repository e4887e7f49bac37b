package dev.cultivar.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.run.cost.AnswerDates;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AccountTextTest {

    private static final Instant FINISHED = Instant.parse("2025-03-31T23:59:59Z");

    @Test
    void aRunThatAskedEverythingSaysSo() {
        assertThat(answers(12, Map.of())).isEqualTo("12 answers, all asked now");
        assertThat(answers(1, Map.of())).isEqualTo("1 answer, all asked now");
        assertThat(answers(0, Map.of())).isEqualTo("0 answers");
    }

    @Test
    void agesAreCountedInDaysFromTheLastOneOfTheRun() {
        assertThat(answers(
                        8,
                        Map.of(
                                "2025-03-31", 1L,
                                "2025-03-30", 2L,
                                "2025-03-24", 4L,
                                "2025-03-23", 8L,
                                "2025-03-01", 16L,
                                "2025-02-28", 32L,
                                "2024-12-31", 64L)))
                .isEqualTo("135 answers, 8 asked now; from the store 1 of today, 6 up to a week old, 24 up to 30 days"
                        + " old, 96 older than 30 days, the oldest of 2024-12-31");
        assertThat(answers(0, Map.of("2025-03-30", 5L)))
                .isEqualTo("5 answers, none asked now; from the store 5 up to a week old");
    }

    @Test
    void aRequestThatGotNoAnswerIsNotPassedOver() {
        assertThat(AccountText.answers(new AnswerDates(0, new TreeMap<>(), 20), FINISHED))
                .isEqualTo("0 answers; 20 of 20 requests got no answer");
        assertThat(AccountText.answers(new AnswerDates(7, new TreeMap<>(), 1), FINISHED))
                .isEqualTo("7 answers, all asked now; 1 of 8 requests got no answer");
    }

    @Test
    void modelsAreCountedTogether() {
        AnswerDates both = new AnswerDates(1, new TreeMap<>(Map.of("2025-03-30", 2L, "2025-03-31", 3L)), 4)
                .and(new AnswerDates(10, new TreeMap<>(Map.of("2025-03-30", 20L)), 5));

        assertThat(both).isEqualTo(new AnswerDates(11, new TreeMap<>(Map.of("2025-03-30", 22L, "2025-03-31", 3L)), 9));
        assertThat(both.total()).isEqualTo(36);
    }

    private static String answers(long now, Map<String, Long> stored) {
        return AccountText.answers(new AnswerDates(now, new TreeMap<>(stored), 0), FINISHED);
    }
}
