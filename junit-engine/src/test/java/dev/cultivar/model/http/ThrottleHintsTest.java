package dev.cultivar.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.provider.WireResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThrottleHintsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private static Duration asked(Map<String, String> headers) {
        return ThrottleHints.requestedPause(new WireResponse(429, headers, new byte[0]), NOW);
    }

    @Test
    void resetsOfEveryProviderAreRead() {
        Map<String, Duration> resets = Map.of(
                "1s", Duration.ofSeconds(1),
                "6m0s", Duration.ofMinutes(6),
                "1h2m3.5s", Duration.ofMillis(3_723_500),
                "20ms", Duration.ofMillis(20),
                "12", Duration.ofSeconds(12),
                "1795521610", Duration.ofSeconds(10),
                "1795521600500", Duration.ofMillis(500),
                "2026-11-24T12:01:00Z", Duration.ofSeconds(60));
        assertThat(Instant.ofEpochSecond(1795521600L)).isEqualTo(NOW);
        resets.forEach((text, wait) ->
                assertThat(ThrottleHints.reset(text, NOW)).as(text).contains(wait));
        assertThat(ThrottleHints.reset("tomorrow", NOW)).isEmpty();
    }

    @Test
    void retryAfterCountsBeforeWindows() {
        assertThat(asked(Map.of("retry-after", "3", "x-ratelimit-remaining", "0", "x-ratelimit-reset", "60")))
                .isEqualTo(Duration.ofSeconds(3));
        assertThat(asked(Map.of("retry-after-ms", "1500", "retry-after", "2"))).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void onlyAUsedUpWindowIsWaitedFor() {
        assertThat(asked(Map.of("x-ratelimit-remaining-tokens", "10", "x-ratelimit-reset-tokens", "9s")))
                .isZero();
        assertThat(asked(Map.of(
                        "x-ratelimit-remaining-tokens", "0",
                        "x-ratelimit-reset-tokens", "9s",
                        "anthropic-ratelimit-requests-remaining", "0",
                        "anthropic-ratelimit-requests-reset", "2026-11-24T12:00:20Z")))
                .isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void geminisDelayIsReadFromTheBody() {
        String body = """
            {"error": {"code": 429, "message": "Quota", "status": "RESOURCE_EXHAUSTED", "details": [
              {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "34.5s"}]}}\
            """;
        WireResponse response = new WireResponse(429, Map.of(), body.getBytes(StandardCharsets.UTF_8));
        assertThat(ThrottleHints.requestedPause(response, NOW)).isEqualTo(Duration.ofMillis(34_500));
    }
}
