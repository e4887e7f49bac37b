package dev.cultivar.analysis;

import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.counts.SimulatedResponses;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.stats.Bootstrap;
import dev.cultivar.stats.BootstrapResult;
import dev.cultivar.stats.Interval;
import dev.cultivar.stats.PercentileInterval;
import dev.cultivar.stats.Ranks;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.util.Arrays;
import java.util.Collection;

/**
 * Self-consistency of people: what a model would score if each of its responses were ten members of a population, drawn by their weight.
 *
 * <p>Ten such respondents are in favour as often as a binomial draw with the population's polarity, so the limit of infinitely many draws
 * follows from the polarities alone: Spearman's rho over pairs of independent draws on the same topic, with the same number of draws for
 * every topic. The interval is a percentile bootstrap over topics.
 */
public final class HumanReference {

    /** Respondents in one draw, as many as a response has statements. */
    public static final int RESPONDENTS = 10;

    private static final int ROUNDS = 1000;

    private HumanReference() {}

    /**
     * The reference of one population.
     *
     * @param value in [-1,1]; NaN with fewer than {@link Estimate#LEAST_TOPICS} topics, or where all polarities are 0 or all are 1
     * @param interval over topics
     * @param topics number of topics with truth
     */
    public record Consistency(double value, Interval interval, int topics) {}

    /** The reference over those of {@code topics} on which the population has truth. */
    public static Consistency of(
            PopulationTable table, PopulationKey population, Collection<String> topics, long seed, double confidence) {
        double[] polarities = topics.stream()
                .flatMapToDouble(topic -> table.polarity(population, topic).stream())
                .toArray();
        return of(polarities, seed, confidence);
    }

    /** The reference from one polarity per topic. */
    public static Consistency of(double[] polarities, long seed, double confidence) {
        if (polarities.length < Estimate.LEAST_TOPICS) {
            return new Consistency(Double.NaN, new Interval(Double.NaN, Double.NaN, confidence), polarities.length);
        }
        double[][] mass = Arrays.stream(polarities)
                .mapToObj(SimulatedResponses::tenRespondents)
                .toArray(double[][]::new);
        int[] once = new int[mass.length];
        Arrays.fill(once, 1);
        BootstrapResult rounds =
                Bootstrap.run(ROUNDS, seed, rng -> new double[] {rho(mass, CountTable.times(rng, mass.length))});
        return new Consistency(
                rho(mass, once), PercentileInterval.of(rounds.replicates(0), confidence), polarities.length);
    }

    /** @param times how often each topic counts */
    private static double rho(double[][] mass, int[] times) {
        double[] all = new double[RESPONDENTS + 1];
        for (int q = 0; q < times.length; q++) {
            for (int k = 0; k < all.length && times[q] > 0; k++) {
                all[k] += times[q] * mass[q][k];
            }
        }
        double total = times.length; // a bootstrap round draws as many topics as there are
        double[] rank = Ranks.ofAscending(all.clone());
        double variance = 0;
        for (int k = 0; k < all.length; k++) {
            rank[k] -= (total + 1) / 2;
            variance += all[k] * rank[k] * rank[k];
        }
        double between = 0;
        for (int q = 0; q < times.length; q++) {
            double mean = 0;
            for (int k = 0; k < all.length && times[q] > 0; k++) {
                mean += mass[q][k] * rank[k];
            }
            between += times[q] * mean * mean;
        }
        return variance > 1e-12 * total * total ? between / variance : Double.NaN;
    }
}
