package dev.cultivar.analysis.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.counts.PolarityCounts;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.stats.Correlation;
import dev.cultivar.survey.PopulationKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class AlignmentsTest {

    private static final double[][] RESPONSES = {
        {0.1, 0.1, 0.3}, {0.9, 0.8, 0.7, 0.9}, {0.2, 0.9}, {0.5}, {0.6, 0.5, 0.4}, {1, 0.9}
    };
    private static final PolarityCounts COUNTS = SelfConsistencyTest.counts(RESPONSES);
    private static final List<String> TOPICS = List.copyOf(COUNTS.byTopic().keySet());
    private static final CountTable TABLE = CountTable.of(COUNTS, TOPICS);
    private static final Truth ALL = truth(0.2, 0.7, 0.2, 0.6, 0.4, 0.9);
    private static final Truth SOME = truth(0.8, Double.NaN, 0.3, 0.6, Double.NaN, 0.1);

    private static Truth truth(double... polarity) {
        return new Truth(PopulationKey.GLOBAL, polarity);
    }

    private static double[] of(Metric metric, int... times) {
        return new Alignments(TABLE, metric, List.of(ALL, SOME, ALL)).of(TABLE.weights(times));
    }

    private interface OfPairs {
        double of(double[] x, double[] y);
    }

    private static double byPairs(OfPairs statistic, Truth truth, int... times) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (int q = 0; q < TOPICS.size(); q++) {
            for (int copy = 0; copy < times[q] && !Double.isNaN(truth.polarity[q]); copy++) {
                for (double response : RESPONSES[q]) {
                    x.add(response);
                    y.add(truth.polarity[q]);
                }
            }
        }
        return statistic.of(
                x.stream().mapToDouble(Double::doubleValue).toArray(),
                y.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Test
    void spearmanIsThatOfOnePairAResponse() {
        int[] times = {1, 1, 1, 1, 1, 1};
        double[] found = of(Metric.SPEARMAN, times);
        assertThat(found[0]).isCloseTo(byPairs(Correlation::spearman, ALL, times), within(1e-14));
        assertThat(found[1]).isCloseTo(byPairs(Correlation::spearman, SOME, times), within(1e-14));
        assertThat(found[2]).isEqualTo(found[0]);
    }

    @Test
    void aTopicDrawnTwiceCountsTwice() {
        int[] times = {2, 0, 3, 1, 0, 2};
        double[] spearman = of(Metric.SPEARMAN, times);
        double[] pearson = of(Metric.PEARSON, times);
        assertThat(spearman[0]).isCloseTo(byPairs(Correlation::spearman, ALL, times), within(1e-14));
        assertThat(spearman[1]).isCloseTo(byPairs(Correlation::spearman, SOME, times), within(1e-14));
        assertThat(pearson[0]).isCloseTo(byPairs(Correlation::pearson, ALL, times), within(1e-14));
        assertThat(pearson[1]).isCloseTo(byPairs(Correlation::pearson, SOME, times), within(1e-14));
    }

    @Test
    void meanAlignmentIsOneLessTheMeanDistanceOfPairs() {
        int[] times = {2, 0, 3, 1, 0, 2};
        OfPairs metric = (x, y) -> {
            double apart = 0;
            for (int i = 0; i < x.length; i++) {
                apart += Math.abs(x[i] - y[i]);
            }
            return 1 - apart / x.length;
        };
        assertThat(of(Metric.MEAN_ALIGNMENT, times)[0]).isCloseTo(byPairs(metric, ALL, times), within(1e-14));
        assertThat(of(Metric.MEAN_ALIGNMENT, times)[1]).isCloseTo(byPairs(metric, SOME, times), within(1e-14));
    }

    @Test
    void wassersteinComparesTheMeansOfTopicsEachTopicOnce() {
        double[] means = Arrays.stream(RESPONSES)
                .mapToDouble(row -> Arrays.stream(row).average().orElseThrow())
                .toArray();
        double expected = 1 - (2 * Math.abs(means[0] - 0.2) + Math.abs(means[1] - 0.7) + Math.abs(means[5] - 0.9)) / 4;
        assertThat(of(Metric.WASSERSTEIN, 2, 1, 0, 0, 0, 1)[0]).isCloseTo(expected, within(1e-14));
    }

    @Test
    void jensenShannonOfOppositeCertaintiesIsZeroAndOfEqualSharesOne() {
        PolarityCounts counts = SelfConsistencyTest.counts(new double[][] {{0}, {1}});
        CountTable table = CountTable.of(counts, List.of("Q0", "Q1"));
        double[] found = new Alignments(table, Metric.JENSEN_SHANNON, List.of(truth(1, 0), truth(0, 1), truth(0, 0)))
                .of(table.weights());
        assertThat(found[0]).isCloseTo(0, within(1e-12));
        assertThat(found[1]).isCloseTo(1, within(1e-12));
        assertThat(found[2]).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void withoutVariationOnEitherSideACorrelationIsNotDefined() {
        for (Metric metric : List.of(Metric.SPEARMAN, Metric.PEARSON)) {
            assertThat(of(metric, 0, 0, 0, 1, 0, 0)).containsOnly(Double.NaN);
            double[] constantTruth =
                    new Alignments(TABLE, metric, List.of(truth(0.3, 0.3, 0.3, 0.3, 0.3, 0.3))).of(TABLE.weights());
            assertThat(constantTruth).containsOnly(Double.NaN);
            CountTable constant = CountTable.of(
                    SelfConsistencyTest.counts(new double[][] {{0.7, 0.7}, {0.7}, {0.7}}), List.of("Q0", "Q1", "Q2"));
            assertThat(new Alignments(constant, metric, List.of(truth(0.1, 0.2, 0.3))).of(constant.weights()))
                    .containsOnly(Double.NaN);
        }
    }

    @Test
    void aTopicThatNobodyKnowsTouchesNothing() {
        SortedMap<String, SortedMap<Double, Integer>> counts = new java.util.TreeMap<>(COUNTS.byTopic());
        counts.put("Q9", new java.util.TreeMap<>(java.util.Map.of(0.0, 50)));
        List<String> topics = List.of("Q0", "Q1", "Q2", "Q3", "Q4", "Q5", "Q9");
        CountTable table = CountTable.of(new PolarityCounts(counts), topics);
        double[] found = new Alignments(
                        table, Metric.SPEARMAN, List.of(truth(0.2, 0.7, 0.2, 0.6, 0.4, 0.9, Double.NaN)))
                .of(table.weights());
        assertThat(found[0]).isCloseTo(of(Metric.SPEARMAN, 1, 1, 1, 1, 1, 1)[0], within(1e-14));
    }
}
