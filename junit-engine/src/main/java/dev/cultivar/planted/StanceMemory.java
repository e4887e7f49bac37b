package dev.cultivar.planted;

import dev.cultivar.api.Stance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Knows the stance of every sentence of one language, whatever topic it contains. */
final class StanceMemory {

    private final Map<String, Stance> whole = new HashMap<>();
    private final List<Known> withTopic = new ArrayList<>();

    StanceMemory(Sentences sentences) {
        for (Stance stance : Stance.values()) {
            for (String sentence : sentences.of(stance)) {
                if (sentence.contains("{topic")) {
                    withTopic.add(new Known(TopicPattern.of(sentence, "(?:.+)", true), stance));
                } else {
                    whole.put(TopicPattern.normalise(sentence), stance);
                }
            }
        }
    }

    private record Known(Pattern pattern, Stance stance) {}

    /** The stance of a statement; {@link Stance#NEUTRAL} where it is not a planted sentence. */
    Stance of(String statement) {
        String plain = TopicPattern.normalise(statement);
        Stance known = whole.get(plain);
        if (known != null) {
            return known;
        }
        return withTopic.stream()
                .filter(candidate -> candidate.pattern().matcher(plain).matches())
                .findFirst()
                .map(Known::stance)
                .orElse(Stance.NEUTRAL);
    }
}
