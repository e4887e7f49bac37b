package dev.cultivar.analysis.alignment;

import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.stats.MirroredOrder;
import dev.cultivar.stats.TieOrder;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What one population said on the run's topics, in their order; NaN where it has no truth. */
public final class Truth {

    public final PopulationKey population;
    public final double[] polarity;
    final TieOrder order;
    private final MirroredOrder mirrored;

    /** Polarities; 0 where there is no truth. */
    final double[] scores;

    public Truth(PopulationKey population, double[] polarity) {
        this.population = population;
        this.polarity = polarity;
        this.order = TieOrder.of(polarity);
        this.mirrored = MirroredOrder.of(polarity);
        scores = Arrays.stream(polarity).map(p -> Double.isNaN(p) ? 0 : p).toArray();
    }

    public static Truth of(PopulationKey population, PopulationTable table, List<String> topics) {
        return new Truth(
                population,
                topics.stream()
                        .mapToDouble(topic -> table.polarity(population, topic).orElse(Double.NaN))
                        .toArray());
    }

    /** This truth, without the topics that are not in {@code mask}. */
    Truth only(boolean[] mask) {
        double[] kept = polarity.clone();
        for (int q = 0; q < kept.length; q++) {
            if (!mask[q]) {
                kept[q] = Double.NaN;
            }
        }
        return new Truth(population, kept);
    }

    /** Which topics have truth. */
    public boolean[] mask() {
        boolean[] mask = new boolean[polarity.length];
        for (int q = 0; q < mask.length; q++) {
            mask[q] = !Double.isNaN(polarity[q]);
        }
        return mask;
    }

    /** Topics with truth and a scored response. */
    public int scoredTopics(CountTable table) {
        return (int) known().filter(q -> table.responses[q] > 0).count();
    }

    /** Scored responses to topics with truth. */
    public long scoredResponses(CountTable table) {
        return known().mapToLong(q -> table.responses[q]).sum();
    }

    private IntStream known() {
        return IntStream.range(0, polarity.length).filter(q -> !Double.isNaN(polarity[q]));
    }

    /** Signed ranks about one half for the topics with truth; 0 for others. */
    double[] mirroredRanks(double[] topicWeight) {
        double[] ranks = new double[polarity.length];
        mirrored.ranks(topicWeight, ranks);
        return ranks;
    }
}
