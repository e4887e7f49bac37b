package dev.cultivar.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What must never be shown, and a brush to paint it over. */
final class Secrets {

    private static final String PAINT = "[secret]";
    /** Shorter values would paint over ordinary words. */
    private static final int SHORTEST = 6;

    private final Set<String> values = ConcurrentHashMap.newKeySet();

    void add(String value) {
        if (value.length() >= SHORTEST) {
            values.add(value);
        }
    }

    String hide(String text) {
        String hidden = text;
        for (String value : values) {
            hidden = hidden.replace(value, PAINT);
        }
        return hidden;
    }

    /** An endpoint that echoes its headers must not bring the key into an answer, which is stored and reported. */
    Answer hide(Answer answer) {
        boolean clean =
                values.stream().noneMatch(value -> texts(answer).stream().anyMatch(text -> text.contains(value)));
        if (clean) {
            return answer;
        }
        return new Answer(
                hide(answer.text()),
                answer.toolArguments().map(this::hide),
                answer.finish(),
                answer.usage(),
                answer.reportedModel().map(this::hide),
                answer.fingerprint().map(this::hide));
    }

    private static List<String> texts(Answer answer) {
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
