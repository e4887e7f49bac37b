package dev.cultivar.analysis.regression;

import dev.cultivar.analysis.counts.ScoredSample;
import java.util.Map;

/** Alignments with populations and self-consistency of one sample: as estimated, and in every bootstrap round. */
public final class SampleRounds {

    private final ScoredSample sample;
    private final Map<String, Double> alignment;
    private final Map<String, double[]> alignmentRounds;
    private final double consistency;
    private final double[] consistencyRounds;

    public SampleRounds(
            ScoredSample sample,
            Map<String, Double> alignment,
            Map<String, double[]> alignmentRounds,
            double consistency,
            double[] consistencyRounds) {
        this.sample = sample;
        this.alignment = Map.copyOf(alignment);
        this.alignmentRounds = Map.copyOf(alignmentRounds);
        this.consistency = consistency;
        this.consistencyRounds = consistencyRounds;
    }

    /** Stands for the estimate instead of a round. */
    public static final int ESTIMATE = -1;

    ScoredSample sample() {
        return sample;
    }

    /** NaN where it is undefined, or where the population is not among those compared with. */
    public double alignment(String population, int round) {
        if (round == ESTIMATE) {
            return alignment.getOrDefault(population, Double.NaN);
        }
        double[] rounds = alignmentRounds.get(population);
        return rounds == null ? Double.NaN : rounds[round];
    }

    public double consistency(int round) {
        return round == ESTIMATE ? consistency : consistencyRounds[round];
    }
}
