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

    /**
     * Figures worked out apart from this project, from the same table and the formulas alone. A study of the method has them to two digits
     * and agrees to 0.01, but for two distinct alignments on the paper's list: the world with Denmark 0.07, Americans with Portugal 0.02.
     */
    @ParameterizedTest
    @CsvSource({
        "wvs7, DK, 0.9212, 0.6481, 0.6949, NZ, 0.8446",
        "wvs7, NL, 0.9003, 0.6442, 0.6684, DK, 0.8471",
        "wvs7, BR, 0.8681, 0.6432, 0.5789, PT, 0.6650",
        "wvs7, PT, 0.9002, 0.6539, 0.7270, SG, 0.7619",
        "wvs7, GB, 0.8817, 0.7638, 0.7537, AU, 0.8644",
        "wvs7, KE, 0.8439, 0.4552, 0.4598, NG, 0.8253",
        "paper, DK, 0.9401, 0.7650, 0.7926, NL, 0.8997",
        "paper, NL, 0.9205, 0.7721, 0.7735, DK, 0.9093",
        "paper, BR, 0.8381, 0.6887, 0.6649, PT, 0.7273",
        "paper, PT, 0.9115, 0.7679, 0.8079, SG, 0.8185",
        "paper, GB, 0.9131, 0.8325, 0.8283, AU, 0.9054",
        "paper, KE, 0.8177, 0.4529, 0.5278, NG, 0.7999",
    })
    void alignmentOfPeopleAmericansTheWorldAndTheNearestOtherIsWhatTheFormulasGive(
            String list, String local, double own, double reference, double world, String nearest, double best) {
        List<String> topics = topics(list);
        assertThat(topics).hasSize(list.equals("wvs7") ? 74 : 30);
        ReferencePoints points = people(topics, 4).alignment(Metric.SPEARMAN, country(local));
        same(points, own, reference, world, nearest, best);
    }

    @ParameterizedTest
    @CsvSource({
        "wvs7, DK, 0.8055, -0.0502, 0.0300, NL, 0.5937",
        "wvs7, NL, 0.7905, 0.0747, 0.0362, DK, 0.6078",
        "wvs7, BR, 0.7959, 0.2388, 0.0214, NG, 0.5517",
        "wvs7, PT, 0.7180, -0.1189, 0.0319, SG, 0.4093",
        "wvs7, GB, 0.6278, 0.2329, 0.0385, AU, 0.5467",
        "wvs7, KE, 0.8075, 0.0603, 0.0297, NG, 0.8006",
        "paper, DK, 0.8165, 0.0037, 0.0559, NL, 0.6733",
        "paper, NL, 0.7849, 0.1453, 0.0546, DK, 0.6856",
        "paper, BR, 0.7372, 0.2135, -0.0091, KE, 0.4267",
        "paper, PT, 0.6439, 0.0079, 0.0594, SG, 0.4916",
        "paper, GB, 0.5837, 0.1853, 0.0305, NL, 0.5817",
        "paper, KE, 0.7861, -0.0027, 0.0654, NG, 0.7651",
    })
    void distinctAlignmentOfPeopleAmericansTheWorldAndTheNearestOtherIsWhatTheFormulasGive(
            String list, String local, double own, double reference, double world, String nearest, double best) {
        ReferencePoints points = people(topics(list), 4).distinct(country(local));
        same(points, own, reference, world, nearest, best);
    }

    /** Figures worked out as those above. Brazilians lean to the United States by 0.31 in Danish, more than Americans themselves. */
    @ParameterizedTest
    @CsvSource({
        "values, da, -0.1723, 0.1645, 0.0785",
        "values, nl, -0.1687, 0.1645, 0.1084",
        "values, pt, -0.1434, 0.1782, 0.1017",
        "values, en, 0.0784, 0.1962, 0.1233",
        "wvs7, da, -0.2265, 0.2014, 0.0668",
        "wvs7, en, 0.0795, 0.2128, 0.1133",
        "paper, nl, -0.1059, 0.0998, 0.0414",
        "paper, pt, -0.0731, 0.1436, 0.0937",
    })
    void biasOfOwnPeopleAmericansAndTheWorldIsWhatTheFormulasGive(
            String list, String language, double own, double reference, double world) {
        ReferencePoints points = people(topics(list), 4).bias(language).orElseThrow();
        assertThat(points.own()).isCloseTo(own, within(0.0001));
        assertThat(points.reference()).isCloseTo(reference, within(0.0001));
        assertThat(points.world()).isCloseTo(world, within(0.0001));
        assertThat(points.bestOther()).isNull();
        assertThat(points.random()).isZero();
    }

    @Test
    void aLanguageWithoutACountryHasNoBias() {
        assertThat(people(topics("values"), 4).bias("eo")).isEmpty();
    }

    private static void same(
            ReferencePoints points, double own, double reference, double world, String nearest, double best) {
        assertThat(points.own()).isCloseTo(own, within(0.0001));
        assertThat(points.reference()).isCloseTo(reference, within(0.0001));
        assertThat(points.world()).isCloseTo(world, within(0.0001));
        assertThat(points.bestOtherName()).isEqualTo(nearest);
        assertThat(points.bestOther()).isCloseTo(best, within(0.0001));
        assertThat(points.random()).isZero();
    }

    /** What people of eight English-speaking countries say in the mean is nearly what all others say. */
    @Test
    void englishTellsLittleAndPortugueseMore() {
        PerfectRespondents people = people(topics("wvs7"), 4);
        ReferencePoints english = people.distinct(TABLE.localPopulation("en").orElseThrow());
        assertThat(english.own()).isCloseTo(0.37, within(0.01));
        assertThat(english.reference()).isCloseTo(0.17, within(0.01));
        assertThat(english.fault(0.30)).isEqualTo(ReferencePoints.Fault.OWN_HARDLY_REACHES_IT);
        ReferencePoints portuguese = people.distinct(TABLE.localPopulation("pt").orElseThrow());
        assertThat(portuguese.own()).isCloseTo(0.71, within(0.01));
        assertThat(portuguese.fault(0.30)).isNull();
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

    @Test
    void aGreatestBiasBetweenOwnPeopleAndTheReferenceTellsThemApart() {
        ReferencePoints points = new ReferencePoints(-0.17, 0.16, 0.08, null, null, 0.0);
        assertThat(points.faultOfMost(0)).isNull();
        assertThat(points.faultOfMost(0.1))
                .as("the world is not who it keeps away from")
                .isNull();
        assertThat(points.faultOfMost(0.16)).isEqualTo(ReferencePoints.Fault.OTHERS_REACH_IT);
        assertThat(points.faultOfMost(-0.14)).isEqualTo(ReferencePoints.Fault.OWN_HARDLY_REACHES_IT);
        assertThat(points.faultOfMost(-0.17)).isEqualTo(ReferencePoints.Fault.OWN_MISSES_IT);
    }
}
