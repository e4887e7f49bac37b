package dev.cultivar.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.analysis.alignment.Alignments;
import dev.cultivar.analysis.alignment.SelfConsistency;
import dev.cultivar.analysis.alignment.Truth;
import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.counts.PolarityCounts;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.stats.Correlation;
import dev.cultivar.stats.JointDistribution;
import dev.cultivar.stats.PoissonBinomial;
import dev.cultivar.stats.Ranks;
import dev.cultivar.stats.Seeds;
import dev.cultivar.stats.TieOrder;
import dev.cultivar.survey.PopulationKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every fast way to mid-ranks and to correlations of them, on random numbers with ties and weights, against the reference:
 * {@link Ranks#midRanks(double[], double[])} and {@link Correlation#spearman(double[], double[], double[])} over the pairs one by one.
 */
class FastCorrelationsTest {

    private static final int TOPICS = 12;

    /** Pairs with their weights. */
    private static final class Pairs {
        private final List<Double> x = new ArrayList<>();
        private final List<Double> y = new ArrayList<>();
        private final List<Double> w = new ArrayList<>();

        void add(double first, double second, double weight) {
            x.add(first);
            y.add(second);
            w.add(weight);
        }

        double spearman() {
            return Correlation.spearman(array(x), array(y), array(w));
        }

        double mirrored() {
            return Correlation.mirrored(array(x), array(y), array(w));
        }

        double pearson() {
            return Correlation.pearson(array(x), array(y), array(w));
        }

        private static double[] array(List<Double> values) {
            return values.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    private static UniformRandomProvider random(int seed) {
        return new Seeds(74).stream(seed);
    }

    /** Polarities in tenths, of up to seven responses a topic; some topics have none. */
    private static CountTable table(UniformRandomProvider rng) {
        TreeMap<String, SortedMap<Double, Integer>> counts = new TreeMap<>();
        List<String> topics = new ArrayList<>();
        for (int q = 0; q < TOPICS; q++) {
            TreeMap<Double, Integer> row = new TreeMap<>();
            for (int i = rng.nextInt(8); i > 0; i--) {
                row.merge(rng.nextInt(11) / 10.0, 1, Integer::sum);
            }
            topics.add("Q" + (10 + q));
            if (!row.isEmpty()) {
                counts.put(topics.get(q), row);
            }
        }
        return CountTable.of(new PolarityCounts(counts), topics);
    }

    /** Coarse, so that topics tie; a fifth of them is not known. */
    private static double[] polarities(UniformRandomProvider rng) {
        return rng.doubles(TOPICS)
                .map(u -> u < 0.2 ? Double.NaN : Math.round(6 * u) / 6.0)
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void ranksFromCountsOfAscendingValues(int seed) {
        UniformRandomProvider rng = random(seed);
        double[] values = rng.doubles(20).sorted().toArray();
        double[] counts = rng.doubles(20).map(u -> u < 0.2 ? 0 : 9 * u).toArray();
        assertThat(Ranks.ofAscending(counts.clone())).containsExactly(Ranks.midRanks(values, counts), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void ranksOfAColumnWithGaps(int seed) {
        UniformRandomProvider rng = random(seed);
        double[] column = polarities(rng);
        double[] counts = rng.doubles(TOPICS).map(u -> u < 0.2 ? 0 : 9 * u).toArray();
        double[] found = new double[TOPICS];
        TieOrder.of(column).midRanks(counts, found);
        int[] known =
                IntStream.range(0, TOPICS).filter(q -> !Double.isNaN(column[q])).toArray();
        assertThat(Arrays.stream(known).mapToDouble(q -> found[q]).toArray())
                .containsExactly(
                        Ranks.midRanks(
                                Arrays.stream(known).mapToDouble(q -> column[q]).toArray(),
                                Arrays.stream(known).mapToDouble(q -> counts[q]).toArray()),
                        within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void correlationsOfATableOfMasses(int seed) {
        UniformRandomProvider rng = random(seed);
        double[] x = rng.doubles(7).sorted().toArray();
        double[] y = rng.doubles(5).sorted().toArray();
        double[][] mass = new double[7][5];
        Pairs pairs = new Pairs();
        for (int i = 0; i < 7; i++) {
            for (int j = 0; j < 5; j++) {
                mass[i][j] = Math.max(0, rng.nextDouble() - 0.3) * (i + j == 4 ? 4 : 1);
                pairs.add(x[i], y[j], mass[i][j]);
            }
        }
        JointDistribution joint = new JointDistribution(mass);
        assertThat(joint.spearman()).isCloseTo(pairs.spearman(), within(1e-13));
        assertThat(joint.pearson(x, y)).isCloseTo(pairs.pearson(), within(1e-13));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void alignmentsUnderAnyWeights(int seed) {
        UniformRandomProvider rng = random(seed);
        CountTable table = table(rng);
        List<Truth> truths = List.of(
                new Truth(PopulationKey.GLOBAL, polarities(rng)),
                new Truth(PopulationKey.GLOBAL, rng.doubles(TOPICS).toArray()),
                new Truth(PopulationKey.GLOBAL, polarities(rng)));
        double[] weights = rng.doubles(table.count.length).map(u -> 3 * u).toArray();
        double[] spearman = new Alignments(table, Metric.SPEARMAN, truths).of(weights);
        double[] pearson = new Alignments(table, Metric.PEARSON, truths).of(weights);
        double[] mirrored = new Alignments(table, Metric.MIRRORED, truths).of(weights);
        for (int p = 0; p < truths.size(); p++) {
            Pairs pairs = new Pairs();
            for (int e = 0; e < weights.length; e++) {
                double truth = truths.get(p).polarity[table.topic[e]];
                if (!Double.isNaN(truth)) {
                    pairs.add(table.values[table.value[e]], truth, weights[e]);
                }
            }
            assertThat(spearman[p]).isCloseTo(pairs.spearman(), within(1e-13));
            assertThat(pearson[p]).isCloseTo(pairs.pearson(), within(1e-13));
            assertThat(mirrored[p]).isCloseTo(pairs.mirrored(), within(1e-13));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void consistencyWithinAndBetweenSamples(int seed) {
        UniformRandomProvider rng = random(seed);
        CountTable one = table(rng);
        CountTable other = table(rng);
        int[] times = new int[TOPICS];
        Arrays.setAll(times, q -> rng.nextInt(4));
        Pairs within = new Pairs();
        Pairs between = new Pairs();
        for (int q = 0; q < TOPICS; q++) {
            for (int a = one.start[q]; a < one.start[q + 1]; a++) {
                double polarity = one.values[one.value[a]];
                for (int b = one.start[q]; b < one.start[q + 1]; b++) {
                    int partners = a == b ? one.count[b] - 1 : one.count[b];
                    within.add(polarity, one.values[one.value[b]], (double) times[q] * one.count[a] * partners);
                }
                for (int b = other.start[q]; b < other.start[q + 1]; b++) {
                    between.add(
                            polarity, other.values[other.value[b]], (double) times[q] * one.count[a] * other.count[b]);
                }
            }
        }
        assertThat(new SelfConsistency(one).of(times)).isCloseTo(within.spearman(), within(1e-13));
        assertThat(new BetweenLanguages(List.of(one, other)).differences(times)[0])
                .isCloseTo(within.spearman() - between.spearman(), within(1e-13));
    }

    /** Pairs of independent draws of ten people on the same topic. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void consistencyOfPeople(int seed) {
        double[] polarities = random(seed).doubles(TOPICS).toArray();
        Pairs pairs = new Pairs();
        for (double polarity : polarities) {
            double[] mass = PoissonBinomial.of(
                    DoubleStream.generate(() -> polarity).limit(10).toArray());
            for (int a = 0; a <= 10; a++) {
                for (int b = 0; b <= 10; b++) {
                    pairs.add(a, b, mass[a] * mass[b]);
                }
            }
        }
        assertThat(HumanReference.of(polarities, 1, 0.95).value()).isCloseTo(pairs.spearman(), within(1e-12));
    }
}
