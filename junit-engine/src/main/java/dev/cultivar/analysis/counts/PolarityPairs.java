package dev.cultivar.analysis.counts;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Responses of two runs to the same planned prompts. Immutable.
 *
 * @param byTopic how many prompts have which two polarities, by topic; topics without a prompt answered in both runs are absent
 */
public record PolarityPairs(SortedMap<String, Map<Pair, Integer>> byTopic) {

    /** For runs whose prompts are unknown. */
    public static final PolarityPairs NONE = new PolarityPairs(Collections.emptySortedMap());

    /** Polarities of the answers to one prompt, in [0,1]. */
    public record Pair(double now, double before) {}

    public PolarityPairs {
        TreeMap<String, Map<Pair, Integer>> copy = new TreeMap<>();
        byTopic.forEach((topic, pairs) -> copy.put(topic, Map.copyOf(pairs)));
        byTopic = Collections.unmodifiableSortedMap(copy);
    }

    /** How many prompts to these topics both runs answered. */
    public long prompts(Collection<String> topics) {
        return topics.stream()
                .flatMap(topic -> byTopic.getOrDefault(topic, Map.of()).values().stream())
                .mapToLong(Integer::longValue)
                .sum();
    }

    /** How many prompts to these topics have the same polarity in both runs. */
    public long same(Collection<String> topics) {
        return topics.stream()
                .flatMap(topic -> byTopic.getOrDefault(topic, Map.of()).entrySet().stream())
                .filter(pair -> pair.getKey().now() == pair.getKey().before())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    public static PolarityPairs of(PromptAnswers now, PromptAnswers before) {
        TreeMap<String, Map<Pair, Integer>> pairs = new TreeMap<>();
        now.byTopic().forEach((topic, answers) -> {
            SortedMap<PromptAnswers.Place, Double> earlier =
                    before.byTopic().getOrDefault(topic, Collections.emptySortedMap());
            answers.forEach((place, polarity) -> {
                Double then = earlier.get(place);
                if (then != null) {
                    pairs.computeIfAbsent(topic, key -> new HashMap<>())
                            .merge(new Pair(polarity, then), 1, Math::addExact);
                }
            });
        });
        return new PolarityPairs(pairs);
    }
}
