package dev.cultivar.history;

import dev.cultivar.analysis.counts.BeforeAndNow;
import dev.cultivar.analysis.counts.PolarityCounts;
import dev.cultivar.stats.MultipleTesting;
import dev.cultivar.stats.Seeds;
import dev.cultivar.stats.TwoSamplePermutation;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How the answers on one topic moved between two runs.
 *
 * @param topic key of the topic
 * @param before mean polarity in the baseline, in [0,1]
 * @param now mean polarity now, in [0,1]
 * @param p two-sided, by permuting the topic's responses between the runs, in (0,1]
 * @param adjusted the same p-value by Holm's method over all topics of the model and language, in (0,1]
 * @param truth value polarity of the language's countries, by name; without those where the survey did not ask the topic
 */
public record TopicDrift(
        String topic, double before, double now, double p, double adjusted, SortedMap<String, Double> truth) {

    private static final int FEWEST_ROUNDS = 9_999;

    /** Mean polarity now minus before, in [-1,1]. */
    public double difference() {
        return now - before;
    }

    /** Whether a mean moved closer to a population's. */
    public static boolean towards(double before, double now, double truth) {
        return Math.abs(now - truth) < Math.abs(before - truth);
    }

    /** The drift of every topic with responses in both runs: first those certain at {@code alpha}, then by size. */
    static List<TopicDrift> of(
            SortedSet<String> common,
            BeforeAndNow runs,
            Function<String, SortedMap<String, Double>> truth,
            double alpha,
            Seeds seeds) {
        PolarityCounts before = runs.before();
        PolarityCounts now = runs.now();
        List<String> topics = common.stream()
                .filter(topic -> before.total(topic) > 0 && now.total(topic) > 0)
                .toList();
        // the least p-value, 2 / (rounds + 1), must pass Holm's strictest step with room to spare
        int rounds = (int) Math.max(FEWEST_ROUNDS, Math.ceil(4 * topics.size() / alpha));
        double[] p = topics.stream()
                .mapToDouble(topic -> TwoSamplePermutation.test(
                                responses(now, topic),
                                responses(before, topic),
                                rounds,
                                seeds.split(topic).seed())
                        .twoSided())
                .toArray();
        double[] adjusted = MultipleTesting.holm(p);
        return IntStream.range(0, topics.size())
                .mapToObj(i -> new TopicDrift(
                        topics.get(i),
                        before.mean(topics.get(i)),
                        now.mean(topics.get(i)),
                        p[i],
                        adjusted[i],
                        truth.apply(topics.get(i))))
                .sorted(Comparator.comparing((TopicDrift drift) -> drift.adjusted() > alpha)
                        .thenComparing(drift -> -Math.abs(drift.difference()))
                        .thenComparing(TopicDrift::topic))
                .toList();
    }

    private static double[] responses(PolarityCounts counts, String topic) {
        SortedMap<Double, Integer> given = counts.byTopic().getOrDefault(topic, Collections.emptySortedMap());
        return given.entrySet().stream()
                .flatMapToDouble(entry -> IntStream.range(0, entry.getValue()).mapToDouble(i -> entry.getKey()))
                .toArray();
    }
}
