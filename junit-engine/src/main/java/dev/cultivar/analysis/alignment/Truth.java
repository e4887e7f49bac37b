package dev.cultivar.analysis.alignment;

import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What one population said on the run's topics, in their order; NaN where it has no truth. */
public final class Truth {

    public final PopulationKey population;
    public final double[] polarity;
    /** Topics with truth, by polarity. */
    private final int[] order;

    public Truth(PopulationKey population, double[] polarity) {
        this.population = population;
        this.polarity = polarity;
        this.order = IntStream.range(0, polarity.length)
                .filter(q -> !Double.isNaN(polarity[q]))
                .boxed()
                .sorted(Comparator.comparingDouble(q -> polarity[q]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    public static Truth of(PopulationKey population, PopulationTable table, List<String> topics) {
        return new Truth(
                population,
                topics.stream()
                        .mapToDouble(topic -> table.polarity(population, topic).orElse(Double.NaN))
                        .toArray());
    }

    /** The same, without the topics that are not in {@code mask}. */
    Truth only(boolean[] mask) {
        double[] kept = polarity.clone();
        for (int q = 0; q < kept.length; q++) {
            if (!mask[q]) {
                kept[q] = Double.NaN;
            }
        }
        return new Truth(population, kept);
    }

    boolean[] mask() {
        boolean[] mask = new boolean[polarity.length];
        for (int q : order) {
            mask[q] = true;
        }
        return mask;
    }

    /** Topics with truth and a scored response. */
    public int scoredTopics(CountTable table) {
        return (int) Arrays.stream(order).filter(q -> table.responses[q] > 0).count();
    }

    /** Scored responses to topics with truth. */
    public long scoredResponses(CountTable table) {
        return Arrays.stream(order).mapToLong(q -> table.responses[q]).sum();
    }

    /** Weighted mid-ranks of the topics with truth; NaN for others. */
    double[] ranks(double[] topicWeight) {
        double[] ranks = new double[polarity.length];
        Arrays.fill(ranks, Double.NaN);
        double below = 0;
        int i = 0;
        while (i < order.length) {
            int end = i;
            double here = 0;
            while (end < order.length && polarity[order[end]] == polarity[order[i]]) {
                here += topicWeight[order[end++]];
            }
            for (int k = i; k < end; k++) {
                ranks[order[k]] = below + (here + 1) / 2;
            }
            below += here;
            i = end;
        }
        return ranks;
    }
}
