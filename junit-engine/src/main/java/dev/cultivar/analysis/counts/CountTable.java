package dev.cultivar.analysis.counts;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Counts of one sample, laid out for resampling: entry {@code e} says that {@code count[e]} responses on topic {@code topic[e]} had the
 * polarity {@code values[value[e]]}. Entries of a topic are adjacent, and topics are in the run's order.
 */
public final class CountTable {

    public final double[] values;
    public final int[] topic;
    public final int[] value;
    public final int[] count;
    /** Entries of topic {@code q} are {@code start[q] .. start[q + 1] - 1}. */
    public final int[] start;
    /** Responses by topic. */
    public final long[] responses;

    private CountTable(double[] values, int[] topic, int[] value, int[] count, int[] start, long[] responses) {
        this.values = values;
        this.topic = topic;
        this.value = value;
        this.count = count;
        this.start = start;
        this.responses = responses;
    }

    /**
     * Lays out counts.
     *
     * @param topics the run's topics; counts of others are left out
     */
    public static CountTable of(PolarityCounts counts, List<String> topics) {
        TreeSet<Double> distinct = new TreeSet<>();
        int entries = 0;
        for (String key : topics) {
            SortedMap<Double, Integer> row = counts.byTopic().getOrDefault(key, new TreeMap<>());
            distinct.addAll(row.keySet());
            entries += row.size();
        }
        double[] values = distinct.stream().mapToDouble(Double::doubleValue).toArray();
        int[] topic = new int[entries];
        int[] value = new int[entries];
        int[] count = new int[entries];
        int[] start = new int[topics.size() + 1];
        int e = 0;
        for (int q = 0; q < topics.size(); q++) {
            start[q] = e;
            SortedMap<Double, Integer> row = counts.byTopic().getOrDefault(topics.get(q), new TreeMap<>());
            for (Map.Entry<Double, Integer> entry : row.entrySet()) {
                topic[e] = q;
                value[e] = Arrays.binarySearch(values, entry.getKey());
                count[e++] = entry.getValue();
            }
        }
        start[topics.size()] = e;
        long[] responses = topics.stream().mapToLong(counts::total).toArray();
        return new CountTable(values, topic, value, count, start, responses);
    }

    /** Entries for every topic and each of {@code values} evenly spaced polarities from 0 to 1, with all counts 0. */
    static CountTable dense(long[] responses, int values) {
        int entries = responses.length * values;
        int[] topic = new int[entries];
        int[] value = new int[entries];
        int[] start = new int[responses.length + 1];
        Arrays.setAll(topic, e -> e / values);
        Arrays.setAll(value, e -> e % values);
        Arrays.setAll(start, q -> q * values);
        double[] polarities = new double[values];
        Arrays.setAll(polarities, v -> (double) v / (values - 1));
        return new CountTable(polarities, topic, value, new int[entries], start, responses.clone());
    }

    public int topics() {
        return responses.length;
    }

    /** The counts themselves as weights. */
    public double[] weights() {
        double[] weights = new double[count.length];
        for (int e = 0; e < weights.length; e++) {
            weights[e] = count[e];
        }
        return weights;
    }

    /** Weights if topic {@code q}, with all its responses, counts {@code times[q]} times. */
    public double[] weights(int[] times) {
        double[] weights = new double[count.length];
        for (int e = 0; e < weights.length; e++) {
            weights[e] = (double) count[e] * times[topic[e]];
        }
        return weights;
    }

    /** How often each topic comes up when as many topics as there are get drawn with replacement. */
    public static int[] times(UniformRandomProvider rng, int topics) {
        int[] times = new int[topics];
        for (int i = 0; i < topics; i++) {
            times[rng.nextInt(topics)]++;
        }
        return times;
    }
}
