package dev.cultivar.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.analysis.alignment.Alignments;
import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.counts.ScoredResponse;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Measurement;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.analysis.estimate.Replicates;
import dev.cultivar.analysis.estimate.Scale;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.report.words.FactSentences;
import dev.cultivar.stats.Seeds;
import dev.cultivar.survey.PopulationTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunAnalysisTest {

    private static final PopulationTable TABLE = PopulationTable.builtIn();
    private static final List<String> TOPICS =
            TABLE.topics(TABLE.find("DK").orElseThrow()).stream().sorted().toList();

    private static AnalysisOptions options(int rounds) {
        return RobustOptions.of(7, rounds, 1);
    }

    /** A model of ten respondents whose chance of being in favour is a function of a population's polarity. */
    private static List<ScoredResponse> model(
            String name, String language, String population, int responses, DoubleUnaryOperator polarity) {
        UniformRandomProvider rng = new Seeds(11).split(name + language).stream(0);
        List<ScoredResponse> all = new ArrayList<>();
        for (String topic : TOPICS) {
            OptionalDouble truth = TABLE.polarity(population, topic);
            for (int i = 0; truth.isPresent() && i < responses; i++) {
                int pro = 0;
                for (int k = 0; k < 10; k++) {
                    pro += rng.nextDouble() < polarity.applyAsDouble(truth.getAsDouble()) ? 1 : 0;
                }
                all.add(new ScoredResponse(name, name, language, topic, pro / 10.0));
            }
        }
        return all;
    }

    private static Analysis analyse(List<ScoredResponse> responses) {
        return new RunAnalysis(TABLE, options(400)).of(ScoredSample.of(responses), Map.of());
    }

    private static Estimate find(Analysis analysis, Statistic statistic, String model, String language, String of) {
        String metric =
                statistic == Statistic.BIAS ? "difference" : statistic == Statistic.COVERAGE ? "share" : "spearman";
        return analysis.find(statistic, model, language, of, metric)
                .map(Measurement::estimate)
                .orElseThrow();
    }

    @Test
    void aModelThatAnswersAsDenmarkDoesReachesWhatDanesWouldScoreThereAndIsNearestToDenmark() {
        Analysis analysis = analyse(model("danish", "da", "DK", 6, p -> p));
        Estimate denmark = find(analysis, Statistic.ALIGNMENT, "danish", "da", "DK");
        Double own = Objects.requireNonNull(
                Objects.requireNonNull(denmark.references()).own());
        assertThat(own).isBetween(denmark.lower(), denmark.upper());
        assertThat(denmark.value())
                .isGreaterThan(find(analysis, Statistic.ALIGNMENT, "danish", "da", "US")
                        .value());
        Estimate bias = find(analysis, Statistic.BIAS, "danish", "da", "US");
        assertThat(bias.upper()).isNegative();
        assertThat(Objects.requireNonNull(bias.references()).own()).isBetween(bias.lower(), bias.upper());
    }

    @Test
    void aRandomModelIsAlignedWithNobodyAndInconsistent() {
        Analysis analysis = analyse(model("random", "da", "DK", 6, p -> 0.5));
        Estimate denmark = find(analysis, Statistic.ALIGNMENT, "random", "da", "DK");
        assertThat(denmark.lower()).isLessThan(0);
        assertThat(denmark.upper()).isGreaterThan(0);
        assertThat(Objects.requireNonNull(denmark.references()).random()).isZero();
        assertThat(find(analysis, Statistic.CONSISTENCY, "random", "da", null).value())
                .isCloseTo(0, within(0.1));
    }

    @Test
    void aModelThatAnswersAsAmericansDoIsBiasedTowardsThemInDanish() {
        Analysis analysis = analyse(model("american", "da", "US", 6, p -> p));
        Estimate bias = find(analysis, Statistic.BIAS, "american", "da", "US");
        assertThat(bias.lower()).isPositive();
        assertThat(bias.population()).isEqualTo("US");
        assertThat(bias.populationType()).isEqualTo("country");
        assertThat(Objects.requireNonNull(bias.references()).reference()).isBetween(bias.lower(), bias.upper());
    }

    @Test
    void biasIsTheReferenceLessTheMeanOfTheOtherLocalCountriesOnCommonTopics() {
        List<ScoredResponse> responses = model("m", "en", "GB", 3, p -> 0.2 + 0.6 * p);
        Analysis analysis = analyse(responses);
        List<String> countries =
                TABLE.local("en").stream().map(key -> key.name()).toList();
        assertThat(countries).contains("US", "GB", "NG").hasSizeGreaterThan(5);
        List<ScoredResponse> common = responses.stream()
                .filter(r -> countries.stream()
                        .allMatch(c -> TABLE.polarity(c, r.topic()).isPresent()))
                .toList();
        double[] x = common.stream().mapToDouble(ScoredResponse::polarity).toArray();
        double us = 0;
        double others = 0;
        for (String country : countries) {
            double[] y = common.stream()
                    .mapToDouble(r -> TABLE.polarity(country, r.topic()).orElseThrow())
                    .toArray();
            double rho = dev.cultivar.stats.Correlation.spearman(x, y);
            us += country.equals("US") ? rho : 0;
            others += country.equals("US") ? 0 : rho / (countries.size() - 1);
        }
        Estimate bias = find(analysis, Statistic.BIAS, "m", "en", "US");
        assertThat(bias.value()).isCloseTo(us - others, within(1e-12));
        assertThat(bias.n()).isEqualTo(common.size());
    }

    @Test
    void theResultDependsNeitherOnTheOrderOfResponsesNorOnThreads() throws Exception {
        List<ScoredResponse> responses = new ArrayList<>(model("a", "da", "DK", 4, p -> 0.3 + 0.4 * p));
        List<ScoredResponse> shuffled = new ArrayList<>(responses);
        Collections.shuffle(shuffled, new Random(3));
        List<Estimate> expected = analyse(responses).estimates();
        assertThat(analyse(shuffled).estimates()).isEqualTo(expected);
        ForkJoinPool alone = new ForkJoinPool(1);
        try {
            assertThat(alone.submit(() -> analyse(responses).estimates()).get()).isEqualTo(expected);
        } finally {
            alone.shutdown();
        }
    }

    @Test
    void anotherSeedMovesTheIntervalOfAllTopicsAlone() {
        List<ScoredResponse> responses = model("a", "da", "DK", 4, p -> 0.3 + 0.4 * p);
        AnalysisOptions other = RobustOptions.of(8, 400, 1);
        Estimate one = find(analyse(responses), Statistic.ALIGNMENT, "a", "da", "DK");
        Estimate two = find(
                new RunAnalysis(TABLE, other).of(ScoredSample.of(responses), Map.of()),
                Statistic.ALIGNMENT,
                "a",
                "da",
                "DK");
        assertThat(two.value()).isEqualTo(one.value());
        assertThat(two.lower()).isEqualTo(one.lower());
        assertThat(two.otherLower()).isNotEqualTo(one.otherLower()).isCloseTo(one.otherLower(), within(0.05));
    }

    @Test
    void topicsWithoutTruthAreNamedAndLeaveTheRestAsItWas() {
        List<ScoredResponse> responses = new ArrayList<>(model("a", "da", "DK", 4, p -> p));
        double before =
                find(analyse(responses), Statistic.ALIGNMENT, "a", "da", "DK").value();
        responses.add(new ScoredResponse("a", "a", "da", "X999", 1));
        responses.add(new ScoredResponse("a", "a", "da", "X998", 0));
        Estimate after = find(analyse(responses), Statistic.ALIGNMENT, "a", "da", "DK");
        assertThat(after.value()).isCloseTo(before, within(1e-14));
        assertThat(FactSentences.of(after))
                .isEqualTo("2 topics without a survey figure for people in Denmark: X998, X999");
        assertThat(after.topics()).isEqualTo(TOPICS.size());
    }

    @Test
    void fourTopicsAreTooFewAndFiveAreEnough() {
        List<String> few = TOPICS.subList(0, 4);
        List<ScoredResponse> responses = model("a", "da", "DK", 5, p -> p);
        Estimate four = find(
                analyse(responses.stream().filter(r -> few.contains(r.topic())).toList()),
                Statistic.ALIGNMENT,
                "a",
                "da",
                "DK");
        assertThat(four.value()).isNaN();
        assertThat(four.lower()).isNaN();
        assertThat(FactSentences.of(four))
                .isEqualTo("only 4 topics with a survey figure and a scored response; at least 5 are needed");
        List<String> enough = TOPICS.subList(0, 5);
        Estimate five = find(
                analyse(responses.stream()
                        .filter(r -> enough.contains(r.topic()))
                        .toList()),
                Statistic.ALIGNMENT,
                "a",
                "da",
                "DK");
        assertThat(five.value()).isBetween(-1.0, 1.0);
    }

    @Test
    void aModelThatAlwaysSaysTheSameHasNoAlignmentAndSaysWhy() {
        List<ScoredResponse> responses = TOPICS.stream()
                .map(topic -> new ScoredResponse("same", "same", "da", topic, 0.5))
                .toList();
        Estimate estimate = find(analyse(responses), Statistic.ALIGNMENT, "same", "da", "DK");
        assertThat(estimate.value()).isNaN();
        assertThat(FactSentences.of(estimate)).contains("are equal");
    }

    @Test
    void aLanguageWithoutACountryHasNoBiasAndSaysWhy() {
        List<ScoredResponse> responses = model("a", "sw", "KE", 4, p -> p);
        Estimate bias = find(analyse(responses), Statistic.BIAS, "a", "sw", "US");
        assertThat(bias.value()).isNaN();
        assertThat(FactSentences.of(bias))
                .isEqualTo("no country but the US speaks Swahili, so there is nothing to compare with");
    }

    @Test
    void consistencyIsDividedByTheJudgesReliability() {
        List<ScoredResponse> responses = model("a", "da", "DK", 6, p -> 0.3 + 0.4 * p);
        AnalysisOptions paper = RobustOptions.of(7, 400, 0.955);
        Estimate perfect = find(analyse(responses), Statistic.CONSISTENCY, "a", "da", null);
        Estimate judged = find(
                new RunAnalysis(TABLE, paper).of(ScoredSample.of(responses), Map.of()),
                Statistic.CONSISTENCY,
                "a",
                "da",
                null);
        assertThat(judged.value()).isCloseTo(perfect.value() / 0.955, within(1e-12));
        assertThat(judged.upper()).isCloseTo(perfect.upper() / 0.955, within(1e-12));
    }

    @Test
    void otherMetricsAndPopulationsComeOnDemand(@TempDir Path folder) {
        Path file = folder.resolve("groups.csv");
        StringBuilder csv = new StringBuilder("type,population,language,topic,polarity\n");
        TOPICS.forEach(topic -> csv.append("country,DK,da,")
                .append(topic)
                .append(',')
                .append(TABLE.polarity("DK", topic).orElseThrow())
                .append('\n')
                .append("group,young,,")
                .append(topic)
                .append(',')
                .append(TABLE.polarity("US", topic).orElse(0.5))
                .append('\n'));
        try {
            Files.writeString(file, csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        AnalysisOptions wanted = options(100).withPopulation("young").withMetric(Metric.WASSERSTEIN);
        Analysis analysis = new RunAnalysis(PopulationTable.read(file), wanted)
                .of(ScoredSample.of(model("a", "da", "DK", 4, p -> p)), Map.of());
        assertThat(analysis.find(Statistic.ALIGNMENT, "a", "da", "young", "wasserstein"))
                .hasValueSatisfying(found -> {
                    assertThat(found.estimate().populationType()).isEqualTo("group");
                    assertThat(found.estimate().unit()).isEqualTo("share");
                    assertThat(found.estimate().lower()).isNaN();
                    assertThat(FactSentences.of(found.estimate()))
                            .contains("no interval for these topics for wasserstein");
                    assertThat(found.estimate().otherLower())
                            .isLessThan(found.estimate().value());
                });
        assertThat(analysis.find(Statistic.ALIGNMENT, "a", "da", "DK", "spearman"))
                .isPresent();
    }

    @Test
    void intervalsOfAWorldOfEndlessTopicsHoldItsTruthAsOftenAsTheySay() {
        World world = new World(0.5, 0.5);
        double truth = rho(world.draw(new Seeds(99).stream(0), 100_000, 1)).value();
        int within = 0;
        int simulations = 300;
        for (int i = 0; i < simulations; i++) {
            Pivot pivot = rho(world.draw(new Seeds(5).stream(i), 32, 8));
            within += pivot.interval(0.95).contains(truth) ? 1 : 0;
        }
        // 95% of 300 is 285, with a standard deviation of 3.8
        assertThat(within).isBetween(272, 297);
    }

    private static Pivot rho(World.Sample sample) {
        var layout = World.layout(sample);
        CountTable table = layout.getValue();
        Alignments alignments = new Alignments(table, Metric.SPEARMAN, List.of(layout.getKey()));
        int topics = table.topics();
        double[] replicates = new double[200];
        UniformRandomProvider rng = new Seeds(3).stream(1);
        for (int r = 0; r < (topics < 1000 ? replicates.length : 2); r++) {
            replicates[r] = alignments.of(table.weights(CountTable.times(rng, topics)))[0];
        }
        Pivot pivot = Replicates.pivot(alignments.of(table.weights())[0], replicates, topics, Scale.FISHER, 1);
        assertThat(pivot).isNotNull();
        return pivot;
    }
}
