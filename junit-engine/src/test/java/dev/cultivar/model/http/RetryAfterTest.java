package dev.cultivar.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void secondsAreRead() {
        assertThat(RetryAfter.parse("7", NOW)).contains(Duration.ofSeconds(7));
        assertThat(RetryAfter.parse("0.25", NOW)).contains(Duration.ofMillis(250));
    }

    @Test
    void aDateIsReadAndOneThatHasPassedMeansNow() {
        assertThat(RetryAfter.parse("Tue, 24 Nov 2026 12:00:30 GMT", NOW)).contains(Duration.ofSeconds(30));
        assertThat(RetryAfter.parse("Tue, 24 Nov 2026 11:00:00 GMT", NOW)).contains(Duration.ZERO);
    }

    @Test
    void nonsenseIsIgnored() {
        for (String value : new String[] {"", "soon", "-3", "NaN", "1e99", "Infinity"}) {
            assertThat(RetryAfter.parse(value, NOW)).as(value).isEmpty();
        }
    }
}
