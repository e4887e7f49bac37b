package dev.cultivar.analysis;

import dev.cultivar.analysis.alignment.Alignments;
import dev.cultivar.analysis.alignment.Truth;
import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.counts.SimulatedResponses;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.stats.Bootstrap;
import dev.cultivar.stats.BootstrapResult;
import dev.cultivar.stats.Interval;
import dev.cultivar.stats.PercentileInterval;
import dev.cultivar.stats.Seeds;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What random and perfect models would score on the same topics with as many responses: the ends of the scale that an alignment is read
 * on. The intervals are ranges over such models' responses, the topics kept.
 */
final class References {

    private static final int ROUNDS = 200;

    private final SimulatedResponses shape;
    private final Seeds seeds;
    private final double confidence;

    References(CountTable table, Seeds seeds, double confidence) {
        this.shape = new SimulatedResponses(table.responses);
        this.seeds = seeds;
        this.confidence = confidence;
    }

    record Reference(Metric metric, double value, Interval interval) {}

    /** A model that answers with a polarity at random, whatever the topic. */
    Reference floor(Metric metric, Truth truth) {
        if (metric.correlation()) {
            return independent(metric, responses(truth));
        }
        double[][] mass = new double[truth.polarity.length][];
        for (int q = 0; q < mass.length; q++) {
            mass[q] = Double.isNaN(truth.polarity[q]) ? new double[0] : SimulatedResponses.uniform();
        }
        return simulate(metric, truth, mass, seeds.split("floor"));
    }

    /** A model each of whose ten respondents is a member of the population. */
    Reference ceiling(Metric metric, Truth truth) {
        double[][] mass = new double[truth.polarity.length][];
        for (int q = 0; q < mass.length; q++) {
            mass[q] = Double.isNaN(truth.polarity[q])
                    ? new double[0]
                    : SimulatedResponses.tenRespondents(truth.polarity[q]);
        }
        return simulate(metric, truth, mass, seeds.split("ceiling"));
    }

    /** Of independent columns r is 0 on average and r sqrt((n - 2) / (1 - r r)) has a t distribution with n - 2 degrees of freedom. */
    private Reference independent(Metric metric, long n) {
        double t = TDistribution.of(n - 2.0).inverseSurvivalProbability((1 - confidence) / 2);
        double r = t / Math.sqrt(n - 2 + t * t);
        return new Reference(metric, 0, new Interval(-r, r, confidence));
    }

    private long responses(Truth truth) {
        long n = 0;
        for (int q = 0; q < truth.polarity.length; q++) {
            n += Double.isNaN(truth.polarity[q]) ? 0 : shape.table().responses[q];
        }
        return n;
    }

    private Reference simulate(Metric metric, Truth truth, double[][] mass, Seeds own) {
        Alignments alignments = new Alignments(shape.table(), metric, List.of(truth));
        BootstrapResult rounds = Bootstrap.run(ROUNDS, own.seed(), rng -> alignments.of(shape.draw(rng, mass)));
        double[] values = rounds.replicates(0);
        return new Reference(
                metric, Arrays.stream(values).average().orElse(Double.NaN), PercentileInterval.of(values, confidence));
    }
}
