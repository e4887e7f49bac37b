package dev.cultivar.model.http;

import dev.cultivar.provider.WireResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a response's headers say about the rate that the endpoint allows. */
final class ThrottleHints {

    /** Pairs of headers: one counts down, the other says when the window refills. */
    private static final String[][] WINDOWS = {
        {"x-ratelimit-remaining-requests", "x-ratelimit-reset-requests"},
        {"x-ratelimit-remaining-tokens", "x-ratelimit-reset-tokens"},
        {"x-ratelimit-remaining", "x-ratelimit-reset"},
        {"ratelimit-remaining", "ratelimit-reset"},
        {"anthropic-ratelimit-requests-remaining", "anthropic-ratelimit-requests-reset"},
        {"anthropic-ratelimit-tokens-remaining", "anthropic-ratelimit-tokens-reset"},
        {"anthropic-ratelimit-output-tokens-remaining", "anthropic-ratelimit-output-tokens-reset"},
    };

    private static final Pattern SPAN = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|h|m|s)");
    private static final Pattern RETRY_DELAY = Pattern.compile("\"retryDelay\"\\s*:\\s*\"(\\d+(?:\\.\\d+)?s)\"");
    /** Some endpoints send epoch seconds, some epoch milliseconds. */
    private static final double EPOCH_SECONDS = 1e9;

    private static final double EPOCH_MILLIS = 1e12;

    private ThrottleHints() {}

    /** How long the endpoint asks to wait, from {@code Retry-After} or the exhausted window. Zero where it does not say. */
    static Duration requestedPause(WireResponse response, Instant now) {
        Optional<Duration> millis = response.header("retry-after-ms").flatMap(ThrottleHints::millis);
        if (millis.isPresent()) {
            return millis.get();
        }
        return response.header("retry-after")
                .flatMap(value -> RetryAfter.parse(value.strip(), now))
                .or(() -> retryDelay(response))
                .orElseGet(() -> untilRefilled(response, now));
    }

    /** Gemini says it in the body. */
    private static Optional<Duration> retryDelay(WireResponse response) {
        if (response.status() != 429) {
            return Optional.empty();
        }
        String start = new String(response.body(), 0, Math.min(response.body().length, 8192), WireJson.UTF_8);
        Matcher delay = RETRY_DELAY.matcher(start);
        return delay.find() ? Optional.of(span(delay.group(1))) : Optional.empty();
    }

    /** How long until an exhausted window refills; zero where none is exhausted. */
    static Duration untilRefilled(WireResponse response, Instant now) {
        Duration longest = Duration.ZERO;
        for (String[] window : WINDOWS) {
            boolean empty = response.header(window[0])
                    .map(String::strip)
                    .filter("0"::equals)
                    .isPresent();
            Duration wait = empty
                    ? response.header(window[1])
                            .flatMap(value -> reset(value.strip(), now))
                            .orElse(Duration.ZERO)
                    : Duration.ZERO;
            longest = wait.compareTo(longest) > 0 ? wait : longest;
        }
        return longest;
    }

    private static Optional<Duration> millis(String value) {
        return RetryAfter.parse(value.strip(), Instant.EPOCH).map(seconds -> seconds.dividedBy(1000));
    }

    /** {@code 6m0s}, {@code 20ms}, seconds, an epoch time or a date. */
    static Optional<Duration> reset(String value, Instant now) {
        Matcher spans = SPAN.matcher(value);
        if (SPAN.matcher(value).lookingAt() && spans.replaceAll("").isEmpty()) {
            return Optional.of(span(value));
        }
        try {
            double number = Double.parseDouble(value);
            if (number >= EPOCH_MILLIS) {
                return Optional.of(until(Instant.ofEpochMilli((long) number), now));
            }
            return number >= EPOCH_SECONDS
                    ? Optional.of(until(Instant.ofEpochSecond((long) number), now))
                    : RetryAfter.parse(value, now);
        } catch (NumberFormatException e) {
            return date(value, now);
        }
    }

    private static Duration span(String value) {
        Matcher spans = SPAN.matcher(value);
        double seconds = 0;
        while (spans.find()) {
            double unit =
                    switch (spans.group(2)) {
                        case "h" -> 3600;
                        case "m" -> 60;
                        case "s" -> 1;
                        default -> 0.001;
                    };
            seconds += unit * Double.parseDouble(spans.group(1));
        }
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    private static Optional<Duration> date(String value, Instant now) {
        try {
            return Optional.of(until(OffsetDateTime.parse(value).toInstant(), now));
        } catch (DateTimeParseException e) {
            return RetryAfter.parse(value, now);
        }
    }

    private static Duration until(Instant then, Instant now) {
        return then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO;
    }
}
