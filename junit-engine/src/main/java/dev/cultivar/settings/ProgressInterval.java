package dev.cultivar.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * How often a long run reports its progress.
 *
 * @param every at least a second; empty for never
 * @param text as written
 */
public record ProgressInterval(Optional<Duration> every, String text) {

    static final SettingType<ProgressInterval> TYPE = new SettingType<>(
            "`off`, or a span of at least a second such as `30s` or `5m`",
            "off, or a span of at least a second such as 30s or 5m",
            ProgressInterval::parse,
            ProgressInterval::text);

    private static final String OFF = "off";

    private static Optional<ProgressInterval> parse(String text) {
        return text.equals(OFF)
                ? Optional.of(new ProgressInterval(Optional.empty(), text))
                : Durations.parse(text)
                        .filter(span -> span.toSeconds() >= 1)
                        .map(span -> new ProgressInterval(Optional.of(span), text));
    }
}
