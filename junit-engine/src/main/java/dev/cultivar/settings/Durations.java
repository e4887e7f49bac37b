package dev.cultivar.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as settings write them: {@code 90s}, {@code 500ms}, {@code 2m}, {@code 30d}. */
final class Durations {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");

    /** A span longer than zero. */
    static final SettingType<Duration> TYPE = new SettingType<>(
            "a span of time such as `12h` or `30d`",
            "a span of time such as 12h or 30d",
            text -> parse(text).filter(span -> !span.isZero()),
            Durations::text);

    private Durations() {}

    /** The span in the largest unit that gives a whole number. */
    private static String text(Duration span) {
        long millis = span.toMillis();
        for (Map.Entry<String, Duration> unit : List.of(
                Map.entry("d", Duration.ofDays(1)),
                Map.entry("h", Duration.ofHours(1)),
                Map.entry("m", Duration.ofMinutes(1)),
                Map.entry("s", Duration.ofSeconds(1)))) {
            if (millis % unit.getValue().toMillis() == 0) {
                return millis / unit.getValue().toMillis() + unit.getKey();
            }
        }
        return millis + "ms";
    }

    static Optional<Duration> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    case "d" -> Duration.ofDays(amount);
                    default -> Duration.ofSeconds(amount);
                });
    }
}
