package dev.cultivar.run.response;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking a model some prompts anew to which the store holds answers that are older than the run, or the judge for the stances of
 * some answers of which the store holds older ones. The new ones count in no statistic: they would be a second response to prompts that have
 * one.
 *
 * @param judge whether the judge was asked
 * @param asked how many prompts were asked anew, by language
 * @param answered how many of these were answered, by language
 * @param before what the model's endpoint said it is when it gave stored answers, as {@code model@fingerprint}, each name once; untrusted
 * @param now what it says now
 * @param fingerprinted whether every new answer has a fingerprint that tells models apart
 * @param pairs of the answers to one prompt, where neither was lost to an error
 */
public record Canary(
        boolean judge,
        SortedMap<String, Integer> asked,
        SortedMap<String, Integer> answered,
        List<String> before,
        List<String> now,
        boolean fingerprinted,
        List<Pair> pairs) {

    /** Below this p a model counts as another: one alarm in a thousand checks of an unchanged one. */
    public static final double ALARM = 0.001;

    public Canary {
        asked = Collections.unmodifiableSortedMap(new TreeMap<>(asked));
        answered = Collections.unmodifiableSortedMap(new TreeMap<>(answered));
        before = List.copyOf(before);
        now = List.copyOf(now);
        pairs = List.copyOf(pairs);
    }

    /**
     * The stored answer to a prompt and the new one.
     *
     * @param before polarity of the stored one, null where it was not scored
     * @param now polarity of the new one, likewise
     * @param usual mean polarity of other stored answers of the model on the topic in that language, null where none was scored
     */
    public record Pair(
            String topic,
            String language,
            int sample,
            @Nullable Double before,
            @Nullable Double now,
            @Nullable Double usual) {}

    /** Whether the endpoint now says that it is something which no stored answer came from. */
    public boolean otherBackend() {
        return !before.containsAll(now);
    }

    /** Languages in which nothing was answered, so that nobody knows who answers there now. */
    public List<String> unanswered() {
        return asked.keySet().stream()
                .filter(language -> !answered.containsKey(language))
                .toList();
    }

    /**
     * The fewest pairs of which an alarm can come: each of them halves the least p that an exact test of signs can have, which is that all
     * differ in one direction.
     */
    public static int fewest() {
        int pairs = 1;
        while (Math.scalb(1.0, -pairs) >= ALARM) {
            pairs++;
        }
        return pairs;
    }

    /** Whether another model could not have been found out: the endpoint gives no fingerprint, and there are too few pairs. */
    public boolean blind() {
        return !fingerprinted && pairs.size() < fewest();
    }

    /** How many prompts were asked anew. */
    public int prompts() {
        return asked.values().stream().mapToInt(Integer::intValue).sum();
    }
}
