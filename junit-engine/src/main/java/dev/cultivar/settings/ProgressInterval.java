package dev.cultivar.settings;

import java.time.Duration;
import java.util.Optional;

/** How often a long run says how far it is. */
public final class ProgressInterval {

    static final String OFF = "off";
    static final String FORM = "off, or a span of at least a second such as 30s or 5m";
    private static final Duration DEFAULT = Duration.ofSeconds(30);

    private ProgressInterval() {}

    /** Empty for never. */
    public static Optional<Duration> of(RunSettings settings) {
        return Optional.ofNullable(settings.others().get(Parameters.PROGRESS))
                .map(setting -> parse(setting.value()))
                .orElse(Optional.of(DEFAULT));
    }

    static boolean isOne(String text) {
        return text.equals(OFF)
                || parse(text).filter(span -> span.toSeconds() >= 1).isPresent();
    }

    private static Optional<Duration> parse(String text) {
        return text.equals(OFF) ? Optional.empty() : Durations.parse(text);
    }
}
