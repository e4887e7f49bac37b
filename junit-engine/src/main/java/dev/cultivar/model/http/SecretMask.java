package dev.cultivar.model.http;

import dev.cultivar.provider.ParsedResponse;
import dev.cultivar.provider.WireResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

/** Holds what must never be shown, and masks it. */
final class SecretMask {

    private static final String PAINT = "[secret]";
    /** Shorter values would mask ordinary words. */
    private static final int SHORTEST = 6;

    /** From this many characters on, the beginning or end of a key counts as part of it and not as a word. */
    private static final int PART = 4;

    private static final Pattern EDGES = Pattern.compile("^[^A-Za-z0-9*]+|[^A-Za-z0-9*]+$");
    private static final Pattern MASKED = Pattern.compile("\\*{2,}|\\w(?:\\.{3,}|…)\\w");

    /** First words of header values that are not secret. */
    private static final Set<String> SCHEMES = Set.of("bearer", "basic", "digest", "apikey", "api-key", "token");

    /** Longest first: a whole value is masked before its parts. */
    private final ConcurrentMap<String, Pattern> values = new ConcurrentSkipListMap<>(
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    /** Masks a value and its words: an endpoint may echo {@code Bearer KEY} without the first word. */
    void add(String value) {
        addForms(value);
        for (String word : value.split("\\s+", -1)) {
            addForms(word);
        }
    }

    /** Masks {@code user:password}, the password alone, and the form in which a proxy receives them. */
    void addCredentials(String pair) {
        addForms(pair);
        addForms(pair.substring(pair.indexOf(':') + 1));
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
            addForms(Base64.getEncoder().encodeToString(pair.getBytes(charset)));
        }
    }

    /** Adds the forms in which an endpoint, a proxy or a library may return the value. */
    private void addForms(String value) {
        if (value.length() >= SHORTEST && !SCHEMES.contains(value.toLowerCase(Locale.ROOT))) {
            values.computeIfAbsent(value, SecretForms::pattern);
        }
    }

    String hide(String text) {
        String hidden = text;
        for (Pattern value : values.values()) {
            hidden = value.matcher(hidden).replaceAll(PAINT);
        }
        return hidden;
    }

    /**
     * Masks words that show part of a secret: some endpoints quote the beginning or the end of a key and replace the rest with stars or
     * dots.
     */
    String hideParts(String text) {
        StringBuilder shown = new StringBuilder();
        for (String word : hide(text).split(" ", -1)) {
            shown.append(shown.isEmpty() ? "" : " ").append(showsPart(word) ? PAINT : word);
        }
        return shown.toString();
    }

    private boolean showsPart(String word) {
        String bare = EDGES.matcher(word).replaceAll("");
        return MASKED.matcher(bare).find()
                || (bare.length() >= PART
                        && values.keySet().stream()
                                .anyMatch(value -> value.startsWith(bare)
                                        || value.endsWith(bare)
                                        || bare.startsWith(value.substring(0, Math.min(value.length(), 2 * PART)))));
    }

    /** Masks before anything is truncated: half a key at the end of a shortened error would no longer be found. */
    WireResponse hide(WireResponse response) {
        // One byte per character, whatever the encoding; headers, and so keys, are ASCII.
        String body = new String(response.body(), StandardCharsets.ISO_8859_1);
        String hidden = hide(body);
        return hidden.equals(body)
                ? response
                : new WireResponse(response.status(), response.headers(), hidden.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** An endpoint that echoes its headers must not put the key into an answer, which is stored and reported. */
    ParsedResponse hide(ParsedResponse answer) {
        boolean clean = texts(answer).stream().allMatch(text -> hide(text).equals(text));
        if (clean) {
            return answer;
        }
        return new ParsedResponse(
                hide(answer.text()),
                answer.toolArguments().map(this::hide),
                answer.finish(),
                answer.usage(),
                answer.reportedModel().map(this::hide),
                answer.fingerprint().map(this::hide));
    }

    private static List<String> texts(ParsedResponse answer) {
        return List.of(answer.text(), or(answer.toolArguments()), or(answer.reportedModel()), or(answer.fingerprint()));
    }

    private static String or(Optional<String> text) {
        return text.orElse("");
    }

    @Override
    public String toString() {
        return values.size() + " secrets";
    }
}
