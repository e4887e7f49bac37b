package dev.cultivar.analysis.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.counts.PolarityCounts;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.analysis.estimate.Scale;
import dev.cultivar.stats.Seeds;
import dev.cultivar.stats.StratifiedJackknife;
import dev.cultivar.stats.StratifiedJackknife.Variance;
import dev.cultivar.stats.TestTable;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationType;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** Against figures of {@code jackknife.py}, and what distinct alignment must be whatever the figures. */
class DistinctTermsTest {

    private static final PopulationKey OWN = new PopulationKey(PopulationType.COUNTRY, "DK");

    @Test
    void estimatesAndErrorsOnATableAreThoseOfAPlainImplementation() throws Exception {
        JsonNode golden = TestTable.json("jackknife.json");
        double[] own = TestTable.numbers(golden.get("own"));
        double[] reference = TestTable.numbers(golden.get("reference"));
        double[] world = TestTable.numbers(golden.get("world"));
        for (JsonNode of : golden.get("cases")) {
            CountTable table = table(of.get("counts"));
            Truth truth = new Truth(OWN, own);
            DistinctTerms distinct = DistinctTerms.of(truth, world, table);
            Alignments mirrored = new Alignments(table, Metric.MIRRORED, List.of(truth));
            Alignments spearman = new Alignments(table, Metric.SPEARMAN, List.of(truth, new Truth(OWN, reference)));
            SelfConsistency consistency = new SelfConsistency(table);
            Scale classes = Scale.intraclass(consistency.members());
            StratifiedJackknife jackknife = StratifiedJackknife.of(table.start, table.count);
            List<Variance> variances = jackknife.of((q, entry) -> {
                double[] w = jackknife.without(q, entry);
                return new double[] {
                    Scale.FISHER.to(distinct.of(w)),
                    Scale.FISHER.to(mirrored.of(w)[0]),
                    Scale.FISHER.to(spearman.of(w)[0]),
                    spearman.of(w)[1] - spearman.of(w)[0]
                };
            });
            Variance pairs = StratifiedJackknife.ofPairs(table.start, table.count)
                    .of((q, entry) -> new double[] {classes.to(consistency.without(q, entry))})
                    .get(0);
            double[] once = table.weights();
            check(of, "distinct", distinct.of(once), variances.get(0));
            check(of, "mirrored", mirrored.of(once)[0], variances.get(1));
            check(of, "alignment", spearman.of(once)[0], variances.get(2));
            check(of, "bias", spearman.of(once)[1] - spearman.of(once)[0], variances.get(3));
            int[] times = new int[own.length];
            Arrays.fill(times, 1);
            check(of, "consistency", consistency.of(times), pairs);
        }
    }

    private static void check(JsonNode of, String statistic, double estimate, Variance variance) {
        String what = of.get("name").asText() + ", " + statistic;
        assertThat(estimate)
                .as(what)
                .isCloseTo(of.get("estimate").get(statistic).asDouble(), within(1e-9));
        assertThat(variance.standardError())
                .as(what)
                .isCloseTo(of.get("standardError").get(statistic).asDouble(), within(1e-9));
        assertThat(variance.df()).as(what).isCloseTo(of.get("df").get(statistic).asDouble(), within(1e-9));
    }

    @Test
    void doesNotDependOnWhichPoleOfATopicIsCalledPro() {
        UniformRandomProvider rng = new Seeds(8).stream(0);
        for (int trial = 0; trial < 30; trial++) {
            int topics = 20;
            double[] own = thousandths(rng, topics);
            double[] world = thousandths(rng, topics);
            double[][] responses = new double[topics][];
            Arrays.setAll(
                    responses,
                    q -> rng.ints(1 + q % 5, 0, 11).mapToDouble(k -> k / 10.0).toArray());
            double before = distinct(responses, own, world);
            for (int q = 0; q < topics; q++) {
                if (rng.nextBoolean()) {
                    own[q] = 1 - own[q];
                    world[q] = 1 - world[q];
                    responses[q] = Arrays.stream(responses[q])
                            .map(x -> Math.rint(10 - 10 * x) / 10)
                            .toArray();
                }
            }
            assertThat(distinct(responses, own, world)).isCloseTo(before, within(1e-12));
        }
    }

    @Test
    void isOneOfOwnPeopleAndAboutNoughtOfAModelThatAnswersAsTheOthers() {
        UniformRandomProvider rng = new Seeds(9).stream(0);
        double[] own = thousandths(rng, 500);
        double[] world = Arrays.stream(own)
                .map(y -> Math.min(1, Math.max(0, 0.5 + 0.5 * (y - 0.5) + rng.nextDouble() * 0.4 - 0.2)))
                .toArray();
        double[][] asOwn = new double[own.length][];
        Arrays.setAll(asOwn, q -> new double[] {own[q]});
        assertThat(distinct(asOwn, own, world)).isCloseTo(1, within(1e-9));
        double[][] blurred = new double[own.length][];
        Arrays.setAll(blurred, q -> new double[] {Math.min(1, Math.max(0, world[q] + rng.nextDouble() * 0.3 - 0.15))});
        assertThat(distinct(blurred, own, world)).isBetween(-0.15, 0.15);
    }

    @Test
    void isNotDefinedWhereOwnPeopleAnswerAsTheOthersDo() {
        double[] own = {0.1, 0.3, 0.6, 0.8, 0.9, 0.2};
        double[][] responses = new double[own.length][];
        Arrays.setAll(responses, q -> new double[] {own[q], own[(q + 1) % 6]});
        assertThat(distinct(responses, own, own)).isNaN();
    }

    /** Both correlations of the responses are divided by the same factor before the common part is taken out. */
    @Test
    void aJudgesErrorsAreTakenOutOfBothCorrelations() {
        double[] own = {0.1, 0.3, 0.6, 0.8, 0.9, 0.2};
        double[] world = {0.3, 0.1, 0.7, 0.4, 0.8, 0.6};
        double[][] responses = {{0.2, 0.5}, {0.6, 0.1}, {0.4, 0.7}, {0.9, 0.2}, {0.6, 0.8}, {0.4, 0.3}};
        CountTable table = table(responses);
        double[] each = new Alignments(table, Metric.MIRRORED, List.of(new Truth(OWN, own), new Truth(OWN, world)))
                .of(table.weights());
        double[][] truth = Arrays.stream(own).mapToObj(y -> new double[] {y}).toArray(double[][]::new);
        double shared = new Alignments(table(truth), Metric.MIRRORED, List.of(new Truth(OWN, world)))
                .of(table(truth).weights())[0];
        double expected = (each[0] / 0.8 - each[1] / 0.8 * shared)
                / Math.sqrt((1 - each[1] * each[1] / 0.64) * (1 - shared * shared));
        assertThat(DistinctTerms.of(new Truth(OWN, own), world, table).of(table.weights(), 0.8))
                .isCloseTo(expected, within(1e-12));
    }

    @Test
    void topicsThatOneOfBothLacksDoNotCount() {
        double[] own = {0.1, 0.3, 0.6, 0.8, 0.9, Double.NaN, 0.4};
        double[] world = {0.3, 0.1, 0.7, 0.4, 0.8, 0.6, Double.NaN};
        double[][] responses = {{0.2, 0.5}, {0.6, 0.1}, {0.4, 0.7}, {0.9, 0.2}, {0.6, 0.8}, {0.4, 0.3}, {1}};
        assertThat(distinct(responses, own, world))
                .isCloseTo(
                        distinct(Arrays.copyOf(responses, 5), Arrays.copyOf(own, 5), Arrays.copyOf(world, 5)),
                        within(1e-12));
    }

    private static double distinct(double[][] responses, double[] own, double[] world) {
        CountTable table = table(responses);
        return DistinctTerms.of(new Truth(OWN, own), world, table).of(table.weights());
    }

    private static double[] thousandths(UniformRandomProvider rng, int n) {
        return rng.ints(n, 0, 1001).mapToDouble(k -> k / 1000.0).toArray();
    }

    private static CountTable table(double[][] responses) {
        TreeMap<String, SortedMap<Double, Integer>> counts = new TreeMap<>();
        for (int q = 0; q < responses.length; q++) {
            TreeMap<Double, Integer> row = new TreeMap<>();
            Arrays.stream(responses[q]).forEach(value -> row.merge(value, 1, Integer::sum));
            counts.put(topic(q), row);
        }
        return CountTable.of(
                new PolarityCounts(counts),
                IntStream.range(0, responses.length)
                        .mapToObj(DistinctTermsTest::topic)
                        .toList());
    }

    private static CountTable table(JsonNode rows) {
        TreeMap<String, SortedMap<Double, Integer>> counts = new TreeMap<>();
        rows.forEach(row -> counts.computeIfAbsent(topic(row.get(0).asInt()), topic -> new TreeMap<>())
                .put(row.get(1).asDouble(), row.get(2).asInt()));
        return CountTable.of(new PolarityCounts(counts), List.copyOf(counts.keySet()));
    }

    private static String topic(int q) {
        return "Q" + (1000 + q);
    }
}
