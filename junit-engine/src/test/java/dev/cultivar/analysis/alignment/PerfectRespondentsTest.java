package dev.cultivar.analysis.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.analysis.counts.SimulatedResponses;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.analysis.estimate.ReferencePoints;
import dev.cultivar.survey.Catalogue;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.PopulationType;
import dev.cultivar.survey.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PerfectRespondentsTest {

    private static final PopulationTable TABLE = PopulationTable.builtIn();

    /** Topics of a list on which all 13 countries had truth in the study: two of the paper's list had none of the United States. */
    private static List<String> topics(String list) {
        return Catalogue.builtIn().list(list).orElseThrow().stream()
                .map(Topic::key)
                .filter(topic -> !topic.equals("C001_01") && !topic.equals("C002_01"))
                .filter(topic -> Stream.of(
                                "AU", "BR", "CA", "DK", "GB", "KE", "NG", "NIR", "NL", "NZ", "PT", "SG", "US")
                        .allMatch(country -> TABLE.polarity(country, topic).isPresent()))
                .toList();
    }

    private static PerfectRespondents people(List<String> topics, long each) {
        long[] responses = new long[topics.size()];
        Arrays.fill(responses, each);
        return new PerfectRespondents(responses, topics, TABLE);
    }

    private static PopulationKey country(String name) {
        return new PopulationKey(PopulationType.COUNTRY, name);
    }

    /** Figures of a study of the method, worked out apart from this project from the same table. */
    @ParameterizedTest
    @CsvSource({
        "wvs7,  DK, .92, .65, .69",
        "wvs7,  NL, .90, .64, .67",
        "wvs7,  BR, .87, .64, .58",
        "wvs7,  PT, .90, .65, .73",
        "wvs7,  GB, .88, .76, .75",
        "wvs7,  KE, .84, .45, .46",
        "paper, DK, .94, .76, .79",
        "paper, NL, .92, .77, .77",
        "paper, BR, .84, .69, .67",
        "paper, PT, .91, .77, .81",
        "paper, GB, .91, .83, .83",
        "paper, KE, .82, .45, .53",
    })
    void alignmentOfPeopleAmericansAndTheWorldIsAsTheMethodsStudyHasIt(
            String list, String local, double own, double reference, double world) {
        List<String> topics = topics(list);
        assertThat(topics).hasSize(list.equals("wvs7") ? 74 : 30);
        ReferencePoints points = people(topics, 4).alignment(Metric.SPEARMAN, country(local));
        assertThat(points.own()).isCloseTo(own, within(0.01));
        assertThat(points.reference()).isCloseTo(reference, within(0.01));
        assertThat(points.world()).isCloseTo(world, within(0.01));
        assertThat(points.random()).isZero();
    }

    @Test
    void theNumberOfResponsesATopicDoesNotMatterWhereItIsTheSameForAll() {
        List<String> topics = topics("wvs7");
        ReferencePoints few = people(topics, 1).alignment(Metric.SPEARMAN, country("DK"));
        ReferencePoints many = people(topics, 40).alignment(Metric.SPEARMAN, country("DK"));
        assertThat(few.own()).isCloseTo(many.own(), within(1e-12));
        assertThat(few.bestOther()).isCloseTo(many.bestOther(), within(1e-12));
        assertThat(few.bestOtherName()).isEqualTo("NZ");
    }

    /** Against the mean of many simulated runs; of rank correlations the limit, so runs are long. */
    @ParameterizedTest
    @EnumSource(Metric.class)
    void everyMetricsExpectationIsTheMeanOfSimulatedRuns(Metric metric) {
        List<String> topics = topics("paper");
        long[] responses = new long[topics.size()];
        Arrays.setAll(responses, q -> metric.ofTopicMeans() ? 2 + q % 3 : 60 + 20 * (q % 3));
        ReferencePoints points = new PerfectRespondents(responses, topics, TABLE).alignment(metric, country("DK"));
        assertThat(points.own()).isCloseTo(simulated(metric, responses, topics, "DK"), within(0.003));
        assertThat(points.reference()).isCloseTo(simulated(metric, responses, topics, "US"), within(0.003));
    }

    private static double simulated(Metric metric, long[] responses, List<String> topics, String who) {
        SimulatedResponses shape = new SimulatedResponses(responses);
        Truth danes = Truth.of(country("DK"), TABLE, topics);
        Alignments alignments = new Alignments(shape.table(), metric, List.of(danes));
        double[][] mass = topics.stream()
                .map(topic -> SimulatedResponses.tenRespondents(
                        TABLE.polarity(who, topic).orElseThrow()))
                .toArray(double[][]::new);
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(5L);
        int runs = 400;
        double sum = 0;
        for (int run = 0; run < runs; run++) {
            sum += alignments.of(shape.draw(random, mass))[0];
        }
        return sum / runs;
    }

    @Test
    void answersAtRandomAreHalfAwayFromWhatIsCertain(@TempDir Path folder) throws IOException {
        // |x - y| of x uniform on 0, 0.1, ..., 1 is 0.5 in the mean where y is 0 or 1
        PopulationTable certain = PopulationTable.read(Files.writeString(folder.resolve("certain.csv"), """
            type,population,language,topic,polarity
            country,DK,da,Q1,1
            country,DK,da,Q2,0
            """));
        ReferencePoints points = new PerfectRespondents(new long[] {3, 5}, List.of("Q1", "Q2"), certain)
                .alignment(Metric.MEAN_ALIGNMENT, country("DK"));
        assertThat(points.random()).isCloseTo(0.5, within(1e-12));
        assertThat(points.own()).isCloseTo(1, within(1e-12));
        assertThat(points.reference()).isNull();
        assertThat(points.world()).isNull();
    }

    @Test
    void theReferenceIsNotComparedWithItself() {
        ReferencePoints points = people(topics("wvs7"), 4).alignment(Metric.SPEARMAN, country("US"));
        assertThat(points.reference()).isNull();
        assertThat(Objects.requireNonNull(points.own())).isGreaterThan(0.8);
    }

    @Test
    void aThresholdBetweenOthersAndOwnTellsThemApart() {
        ReferencePoints points = new ReferencePoints(0.9, 0.65, 0.7, 0.8, "NL", 0.0);
        assertThat(points.fault(0.75)).isNull();
        assertThat(points.fault(0.7)).isEqualTo(ReferencePoints.Fault.OTHERS_REACH_IT);
        assertThat(points.fault(0.9)).isEqualTo(ReferencePoints.Fault.OWN_MISSES_IT);
    }
}
