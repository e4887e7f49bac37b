package dev.cultivar.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The signature on a language file: who grew up with the language and approved every sentence, and when.
 *
 * @param by the person's name
 * @param date when they signed
 */
public record Review(String by, LocalDate date) {

    /** What {@code reviewed} says; empty for {@code no}. */
    static Optional<Review> of(JsonNode said, String source) {
        if (said.isBoolean() && !said.booleanValue()) {
            return Optional.empty();
        }
        String by = said.path("by").asText("").strip();
        if (by.isEmpty() || !said.has("date")) {
            throw refused(said, source);
        }
        try {
            return Optional.of(new Review(by, date(said.get("date"))));
        } catch (DateTimeException e) {
            throw refused(said, source);
        }
    }

    /** YAML reads a date as midnight UTC of that day; in quotes, it is text. */
    private static LocalDate date(JsonNode date) {
        return date.isNumber()
                ? LocalDate.ofInstant(Instant.ofEpochMilli(date.longValue()), ZoneOffset.UTC)
                : LocalDate.parse(date.asText());
    }

    private static PromptException refused(JsonNode said, String source) {
        return new PromptException(
                source + ": 'reviewed: " + said + "' is neither 'no' nor a signature; write no, or who read every"
                        + " sentence, and when: reviewed: {by: NAME, date: 2026-11-29}.");
    }
}
