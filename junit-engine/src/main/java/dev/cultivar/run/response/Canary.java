package dev.cultivar.run.response;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The result of asking a model some prompts again for which the store has answers older than the run, or of asking the judge again for
 * stances for which the store has older ones. The new ones count in no statistic: they would be a second response to prompts that have
 * one.
 *
 * @param judge whether the judge was asked
 * @param asked how many prompts were asked again, by language
 * @param answered how many of these were answered, by language
 * @param before the names that the model's endpoint gave itself with the stored answers, as {@code model@fingerprint}, each once;
 *     untrusted
 * @param now the names that it gives itself now
 * @param fingerprinted whether every new answer has a fingerprint that tells models apart
 * @param pairs pairs of answers to the same prompt, if neither was lost to an error
 */
public record Canary(
        boolean judge,
        SortedMap<String, Integer> asked,
        SortedMap<String, Integer> answered,
        List<String> before,
        List<String> now,
        boolean fingerprinted,
        List<Pair> pairs) {

    /** With p below this, a model counts as a different one: one alarm in a thousand checks of an unchanged model. */
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
     * @param before polarity of the stored answer; null if it was not scored
     * @param now polarity of the new answer, likewise
     * @param usual mean polarity of the model's other stored answers on the topic in that language; null if none was scored
     */
    public record Pair(
            String topic,
            String language,
            int sample,
            @Nullable Double before,
            @Nullable Double now,
            @Nullable Double usual) {}

    /** Whether the endpoint now gives itself a name that no stored answer came with. */
    public boolean otherBackend() {
        return !before.containsAll(now);
    }

    /** Languages in which nothing was answered, so it is unknown who answers there now. */
    public List<String> unanswered() {
        return asked.keySet().stream()
                .filter(language -> !answered.containsKey(language))
                .toList();
    }

    /**
     * The fewest pairs that can raise an alarm. The smallest p that an exact sign test can have is that of pairs that all differ in one
     * direction, and each pair halves it.
     */
    public static int fewest() {
        int pairs = 1;
        while (Math.scalb(1.0, -pairs) >= ALARM) {
            pairs++;
        }
        return pairs;
    }

    /** Whether a different model could not have been detected: the endpoint gives no fingerprint, and there are too few pairs. */
    public boolean blind() {
        return !fingerprinted && pairs.size() < fewest();
    }

    /** How many prompts were asked again. */
    public int prompts() {
        return asked.values().stream().mapToInt(Integer::intValue).sum();
    }
}
