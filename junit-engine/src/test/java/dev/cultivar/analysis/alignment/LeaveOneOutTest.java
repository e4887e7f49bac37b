package dev.cultivar.analysis.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.analysis.counts.BeforeAndNow;
import dev.cultivar.analysis.counts.PolarityCounts;
import dev.cultivar.analysis.counts.ScoredResponse;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;

/** Against the responses that are left, correlated pair by pair by Commons Math. */
class LeaveOneOutTest {

    private static final PopulationTable TABLE = PopulationTable.builtIn();
    private static final PopulationKey DENMARK = TABLE.find("DK").orElseThrow();
    private static final PopulationKey AMERICA = TABLE.find("US").orElseThrow();

    private static final List<String> TOPICS = TABLE.topics(DENMARK).stream()
            .filter(topic -> TABLE.polarity(AMERICA, topic).isPresent())
            .sorted()
            .limit(7)
            .toList();

    @Test
    void anAlignmentWithoutATopicIsThatOfTheOtherResponses() {
        LeaveOneOut left = LeaveOneOut.alignment(counts(answers()), DENMARK, TABLE, Metric.SPEARMAN);

        assertThat(left.all()).isCloseTo(spearman(answers(), DENMARK), within(1e-12));
        assertThat(left.without().keySet()).containsExactlyElementsOf(TOPICS);
        left.without().forEach((topic, value) -> assertThat(value)
                .isCloseTo(spearman(without(answers(), topic), DENMARK), within(1e-12)));
        assertThat(left.influence(TOPICS.get(0)))
                .isCloseTo(
                        spearman(answers(), DENMARK) - spearman(without(answers(), TOPICS.get(0)), DENMARK),
                        within(1e-12));
    }

    @Test
    void soIsAnotherMetric() {
        LeaveOneOut left = LeaveOneOut.alignment(counts(answers()), DENMARK, TABLE, Metric.PEARSON);

        left.without().forEach((topic, value) -> {
            List<double[]> pairs = pairs(without(answers(), topic), DENMARK);
            assertThat(value)
                    .isCloseTo(
                            new PearsonsCorrelation().correlation(column(pairs, 0), column(pairs, 1)), within(1e-12));
        });
    }

    @Test
    void aBiasWithoutATopicIsThatOfTheOtherResponses() {
        LeaveOneOut left = LeaveOneOut.bias(counts(answers()), AMERICA, TABLE, "da");

        left.without().forEach((topic, value) -> {
            Map<String, List<Double>> rest = without(answers(), topic);
            assertThat(value).isCloseTo(spearman(rest, AMERICA) - spearman(rest, DENMARK), within(1e-12));
        });
    }

    @Test
    void selfConsistencyWithoutATopicPairsTheOthersResponses() {
        LeaveOneOut left = LeaveOneOut.consistency(counts(answers()), 0.955);

        assertThat(left.all()).isCloseTo(consistency(answers()) / 0.955, within(1e-12));
        left.without().forEach((topic, value) -> assertThat(value)
                .isCloseTo(consistency(without(answers(), topic)) / 0.955, within(1e-12)));
    }

    @Test
    void aChangeWithoutATopicIsTheDifferenceOfTheOthers() {
        Map<String, List<Double>> before = new TreeMap<>(answers());
        before.put(TOPICS.get(1), List.of(0.9, 0.1, 0.3));
        LeaveOneOut left = LeaveOneOut.change(PairedStatistic.of(
                Statistic.ALIGNMENT,
                DENMARK,
                "da",
                new BeforeAndNow(counts(before), counts(answers())),
                TOPICS,
                TABLE));

        left.without().forEach((topic, value) -> assertThat(value)
                .isCloseTo(
                        spearman(without(answers(), topic), DENMARK) - spearman(without(before, topic), DENMARK),
                        within(1e-12)));
    }

    @Test
    void coverageWithoutATopicCountsTheOthers() {
        LeaveOneOut left = LeaveOneOut.coverage(
                new TreeMap<>(Map.of("a", 10, "b", 10, "c", 20)), new TreeMap<>(Map.of("a", 10, "b", 1, "c", 15)));

        assertThat(left.all()).isCloseTo(26 / 40.0, within(1e-12));
        assertThat(left.influence("b")).isCloseTo(26 / 40.0 - 25 / 30.0, within(1e-12));
    }

    @Test
    void aTopicThatThePopulationWasNotAskedAboutDoesNotBearOnTheAlignment() {
        Map<String, List<Double>> more = new TreeMap<>(answers());
        more.put("never-asked", List.of(0.5, 1.0));
        LeaveOneOut left = LeaveOneOut.alignment(counts(more), DENMARK, TABLE, Metric.SPEARMAN);

        assertThat(left.without()).doesNotContainKey("never-asked");
        assertThat(left.all()).isCloseTo(spearman(answers(), DENMARK), within(1e-12));
    }

    /** Uneven on purpose: topics differ in the number of responses and have ties. */
    private static Map<String, List<Double>> answers() {
        double[][] given = {
            {0.1, 0.2, 0.2}, {0.9, 1.0}, {0.5, 0.4, 0.6, 0.5}, {0.0, 0.3, 0.2}, {0.7, 0.7}, {0.6, 1.0, 0.8}, {0.3, 0.5}
        };
        Map<String, List<Double>> answers = new TreeMap<>();
        for (int q = 0; q < given.length; q++) {
            List<Double> of = new ArrayList<>();
            for (double polarity : given[q]) {
                of.add(polarity);
            }
            answers.put(TOPICS.get(q), of);
        }
        return answers;
    }

    private static Map<String, List<Double>> without(Map<String, List<Double>> answers, String topic) {
        Map<String, List<Double>> rest = new TreeMap<>(answers);
        rest.remove(topic);
        return rest;
    }

    private static PolarityCounts counts(Map<String, List<Double>> answers) {
        List<ScoredResponse> responses = new ArrayList<>();
        answers.forEach((topic, of) ->
                of.forEach(polarity -> responses.add(new ScoredResponse("m", "f", "da", topic, polarity))));
        return PolarityCounts.of(responses.stream());
    }

    private static List<double[]> pairs(Map<String, List<Double>> answers, PopulationKey population) {
        List<double[]> pairs = new ArrayList<>();
        answers.forEach((topic, of) -> TABLE.polarity(population, topic)
                .ifPresent(truth -> of.forEach(polarity -> pairs.add(new double[] {polarity, truth}))));
        return pairs;
    }

    private static double spearman(Map<String, List<Double>> answers, PopulationKey population) {
        List<double[]> pairs = pairs(answers, population);
        return new SpearmansCorrelation().correlation(column(pairs, 0), column(pairs, 1));
    }

    private static double consistency(Map<String, List<Double>> answers) {
        List<double[]> pairs = new ArrayList<>();
        answers.values().forEach(of -> {
            for (int i = 0; i < of.size(); i++) {
                for (int j = 0; j < of.size(); j++) {
                    if (i != j) {
                        pairs.add(new double[] {of.get(i), of.get(j)});
                    }
                }
            }
        });
        return new SpearmansCorrelation().correlation(column(pairs, 0), column(pairs, 1));
    }

    private static double[] column(List<double[]> pairs, int which) {
        return pairs.stream().mapToDouble(pair -> pair[which]).toArray();
    }
}
