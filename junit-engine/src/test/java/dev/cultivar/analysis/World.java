package dev.cultivar.analysis;

import dev.cultivar.analysis.alignment.Truth;
import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.counts.PolarityCounts;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A world of endless topics with known truth. Population and model polarity of a topic have the same U-shaped marginal, joined by a
 * normal copula; a response is the share of ten respondents in favour, whose chance of being so varies between responses.
 */
final class World {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    /** Polarity by quantile, in steps fine enough for simulation. */
    private static final double[] MARGINAL = marginal();

    private final double association;
    private final double spread;

    /**
     * A world.
     *
     * @param association correlation of the copula, in [-1,1]
     * @param spread standard deviation of a response's latent polarity around its topic's, on the normal scale
     */
    World(double association, double spread) {
        this.association = association;
        this.spread = spread;
    }

    private static double[] marginal() {
        BetaDistribution beta = BetaDistribution.of(0.9, 0.9);
        double[] table = new double[4097];
        for (int i = 0; i < table.length; i++) {
            table[i] = beta.inverseCumulativeProbability(i / (table.length - 1.0));
        }
        return table;
    }

    static double polarity(double latent) {
        return MARGINAL[(int) Math.round(NORMAL.cumulativeProbability(latent) * (MARGINAL.length - 1))];
    }

    /** Truth by topic and the responses of a model to each. */
    record Sample(SortedMap<String, Double> truth, PolarityCounts counts) {}

    Sample draw(UniformRandomProvider rng, int topics, int responses) {
        ZigguratSampler.NormalizedGaussian gauss = ZigguratSampler.NormalizedGaussian.of(rng);
        SortedMap<String, Double> truth = new TreeMap<>();
        TreeMap<String, SortedMap<Double, Integer>> counts = new TreeMap<>();
        for (int q = 0; q < topics; q++) {
            String topic = "Q" + (10_000 + q);
            double people = gauss.sample();
            double model = association * people + Math.sqrt(1 - association * association) * gauss.sample();
            truth.put(topic, polarity(people));
            SortedMap<Double, Integer> row = new TreeMap<>();
            for (int i = 0; i < responses; i++) {
                row.merge(response(rng, model + spread * gauss.sample()), 1, Integer::sum);
            }
            counts.put(topic, row);
        }
        return new Sample(truth, new PolarityCounts(counts));
    }

    /** One model against two populations that it follows equally, whose topics are correlated among themselves. */
    List<Sample> twoPopulations(UniformRandomProvider rng, int topics, int responses, double among) {
        ZigguratSampler.NormalizedGaussian gauss = ZigguratSampler.NormalizedGaussian.of(rng);
        SortedMap<String, Double> one = new TreeMap<>();
        SortedMap<String, Double> two = new TreeMap<>();
        TreeMap<String, SortedMap<Double, Integer>> counts = new TreeMap<>();
        double shared = association / Math.sqrt(among); // of the model with what the populations have in common
        for (int q = 0; q < topics; q++) {
            String topic = "Q" + (10_000 + q);
            double common = gauss.sample();
            one.put(topic, polarity(Math.sqrt(among) * common + Math.sqrt(1 - among) * gauss.sample()));
            two.put(topic, polarity(Math.sqrt(among) * common + Math.sqrt(1 - among) * gauss.sample()));
            counts.put(
                    topic,
                    row(rng, gauss, shared * common + Math.sqrt(1 - shared * shared) * gauss.sample(), responses));
        }
        PolarityCounts all = new PolarityCounts(counts);
        return List.of(new Sample(one, all), new Sample(two, all));
    }

    /** Two runs of one model on the same topics. */
    List<Sample> twice(UniformRandomProvider rng, int topics, int responses) {
        ZigguratSampler.NormalizedGaussian gauss = ZigguratSampler.NormalizedGaussian.of(rng);
        SortedMap<String, Double> truth = new TreeMap<>();
        TreeMap<String, SortedMap<Double, Integer>> before = new TreeMap<>();
        TreeMap<String, SortedMap<Double, Integer>> now = new TreeMap<>();
        for (int q = 0; q < topics; q++) {
            String topic = "Q" + (10_000 + q);
            double people = gauss.sample();
            double model = association * people + Math.sqrt(1 - association * association) * gauss.sample();
            truth.put(topic, polarity(people));
            before.put(topic, row(rng, gauss, model, responses));
            now.put(topic, row(rng, gauss, model, responses));
        }
        return List.of(new Sample(truth, new PolarityCounts(now)), new Sample(truth, new PolarityCounts(before)));
    }

    SortedMap<Double, Integer> row(
            UniformRandomProvider rng, ZigguratSampler.NormalizedGaussian gauss, double model, int responses) {
        SortedMap<Double, Integer> row = new TreeMap<>();
        for (int i = 0; i < responses; i++) {
            row.merge(response(rng, model + spread * gauss.sample()), 1, Integer::sum);
        }
        return row;
    }

    private static double response(UniformRandomProvider rng, double latent) {
        double p = polarity(latent);
        int pro = 0;
        for (int k = 0; k < 10; k++) {
            pro += rng.nextDouble() < p ? 1 : 0;
        }
        return pro / 10.0;
    }

    /** Truth as the statistics take it, and the counts laid out on the same topics. */
    static Map.Entry<Truth, CountTable> layout(Sample sample) {
        return Map.entry(
                new Truth(
                        dev.cultivar.survey.PopulationKey.GLOBAL,
                        sample.truth().values().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray()),
                CountTable.of(
                        sample.counts(), java.util.List.copyOf(sample.truth().keySet())));
    }
}
