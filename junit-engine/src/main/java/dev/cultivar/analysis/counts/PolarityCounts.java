package dev.cultivar.analysis.counts;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How often each polarity was given on each topic, by one model in one language. This is all that alignment and self-consistency need,
 * and its size does not grow with the number of responses. Immutable.
 *
 * @param byTopic responses by polarity in [0,1], by topic; topics without a scored response are absent
 */
public record PolarityCounts(SortedMap<String, SortedMap<Double, Integer>> byTopic) {

    /**
     * Copies the counts.
     *
     * @throws IllegalArgumentException where a polarity is outside [0,1] or a count is below 1
     */
    public PolarityCounts {
        TreeMap<String, SortedMap<Double, Integer>> copy = new TreeMap<>();
        byTopic.forEach((topic, counts) -> {
            counts.forEach((polarity, count) -> check(topic, polarity, count));
            if (!counts.isEmpty()) {
                copy.put(topic, Collections.unmodifiableSortedMap(new TreeMap<>(counts)));
            }
        });
        byTopic = Collections.unmodifiableSortedMap(copy);
    }

    static void check(String topic, double polarity, int count) {
        if (!(polarity >= 0 && polarity <= 1)) {
            throw new IllegalArgumentException("polarity " + polarity + " of topic " + topic + " is not in [0,1]");
        }
        if (count < 1) {
            throw new IllegalArgumentException("count " + count + " of topic " + topic + " is below 1");
        }
    }

    /**
     * Counts responses.
     *
     * @throws IllegalArgumentException where a polarity is outside [0,1], NaN included
     */
    public static PolarityCounts of(Stream<ScoredResponse> responses) {
        TreeMap<String, SortedMap<Double, Integer>> counts = new TreeMap<>();
        responses.forEachOrdered(response -> counts.computeIfAbsent(response.topic(), topic -> new TreeMap<>())
                .merge(response.polarity() + 0.0, 1, Math::addExact)); // -0.0 and 0.0 are one value
        return new PolarityCounts(counts);
    }

    /** Number of responses. */
    public long total() {
        return byTopic.values().stream().mapToLong(PolarityCounts::sum).sum();
    }

    /** Number of responses on one topic. */
    public long total(String topic) {
        return sum(byTopic.getOrDefault(topic, Collections.emptySortedMap()));
    }

    /** Mean polarity on one topic, in [0,1]; NaN where there is no response. */
    public double mean(String topic) {
        double sum = 0;
        for (Map.Entry<Double, Integer> entry :
                byTopic.getOrDefault(topic, Collections.emptySortedMap()).entrySet()) {
            sum += entry.getKey() * entry.getValue();
        }
        return sum / total(topic);
    }

    private static long sum(SortedMap<Double, Integer> counts) {
        return counts.values().stream().mapToLong(Integer::longValue).sum();
    }
}
