package dev.cultivar.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReachabilityTest {

    private static final long START = Long.MAX_VALUE - 5;

    private final Reachability endpoint = new Reachability(Duration.ofSeconds(30));

    @Test
    void whereNobodyEverWasNobodyIsHopedFor() {
        assertThat(endpoint.recordAbsence(START)).isFalse();
    }

    @Test
    void whoWasThereIsHopedForHalfAMinute() {
        endpoint.recordConnection();
        assertThat(endpoint.recordAbsence(START)).isTrue();
        assertThat(endpoint.recordAbsence(START + Duration.ofSeconds(29).toNanos()))
                .isTrue();
        assertThat(endpoint.recordAbsence(START + Duration.ofSeconds(30).toNanos()))
                .isFalse();
        assertThat(endpoint.absentFor(START + Duration.ofSeconds(30).toNanos())).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void whoComesBackIsHopedForAnew() {
        endpoint.recordConnection();
        endpoint.recordAbsence(START);
        endpoint.recordConnection();
        assertThat(endpoint.recordAbsence(START + Duration.ofMinutes(2).toNanos()))
                .isTrue();
    }

    @Test
    void allAreToldOneReason() {
        assertThat(endpoint.givenUp()).isEmpty();
        assertThat(endpoint.giveUp("first")).isEqualTo("first");
        assertThat(endpoint.giveUp("second")).isEqualTo("first");
        assertThat(endpoint.givenUp()).contains("first");
    }
}
