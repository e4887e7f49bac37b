package dev.cultivar.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.analysis.alignment.PerfectRespondents;
import dev.cultivar.analysis.alignment.SelfConsistency;
import dev.cultivar.analysis.alignment.SelfConsistencyTest;
import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.counts.ScoredResponse;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Measurement;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.analysis.regression.BiasModel;
import dev.cultivar.analysis.regression.SampleRounds;
import dev.cultivar.analysis.regression.UniformBaseline;
import dev.cultivar.analysis.scores.ScoresFile;
import dev.cultivar.settings.Method;
import dev.cultivar.stats.Correlation;
import dev.cultivar.survey.PopulationTable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Both methods on the six models of the reference, against what was drawn from them independently. */
class MethodsTest {

    private static List<ScoredSample> samples;
    private static Map<String, Map<String, Double>> capability;
    private static Analysis published;
    private static Analysis robust;

    @BeforeAll
    static void analyse() throws IOException {
        samples = ScoredSample.of(ReferenceFiles.scoredResponses());
        capability = ScoresFile.capability(ReferenceFiles.find("capability.csv"), 0, new ArrayList<>());
        published = new RunAnalysis(PopulationTable.builtIn(), options(Method.PUBLISHED, 100)).of(samples, capability);
        robust = new RunAnalysis(PopulationTable.builtIn(), options(Method.ROBUST, 500)).of(samples, capability);
    }

    private static AnalysisOptions options(Method method, int rounds) {
        return new AnalysisOptions(
                1,
                0.95,
                rounds,
                OptionalDouble.of(0.955),
                new TreeSet<>(Set.of("US")),
                new TreeSet<>(),
                Set.of(),
                method,
                true);
    }

    private static Estimate find(Analysis of, Statistic statistic, String model, String language, String population) {
        return of.find(statistic, model, language, population, "spearman")
                .map(Measurement::estimate)
                .orElseThrow();
    }

    /** Danes and the speakers of Danish have the same figures, and so one row. */
    private static String speakers(String language) {
        PopulationTable table = PopulationTable.builtIn();
        return table.canonical(table.find(language).orElseThrow()).name();
    }

    @Test
    void publishedRoundsLookLikeTheReferencesOwn() throws IOException {
        Map<List<String>, List<double[]>> rounds = new HashMap<>();
        for (String line : Files.readAllLines(ReferenceFiles.find("rq1_rounds.csv")).stream()
                .skip(1)
                .toList()) {
            String[] f = line.split(",", -1);
            rounds.computeIfAbsent(List.of(f[1], f[3]), key -> new ArrayList<>())
                    .add(new double[] {Double.parseDouble(f[4]), Double.parseDouble(f[5])});
        }
        assertThat(rounds).hasSize(24);
        rounds.forEach((key, values) -> {
            Estimate alignment = find(published, Statistic.ALIGNMENT, key.get(0), key.get(1), speakers(key.get(1)));
            Estimate consistency = find(published, Statistic.CONSISTENCY, key.get(0), key.get(1), null);
            near(
                    key + " alignment",
                    alignment,
                    values.stream().mapToDouble(v -> v[0]).toArray());
            near(
                    key + " consistency",
                    consistency,
                    values.stream().mapToDouble(v -> v[1]).toArray());
        });
    }

    /** Two means over rounds of the same distribution: at most four standard errors apart. */
    private static void near(String what, Estimate estimate, double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance =
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
        double error = Math.sqrt(variance / values.length + variance / 100);
        assertThat(estimate.value()).as(what).isCloseTo(mean, within(4 * error + 0.002));
    }

    @Test
    void publishedConsistencyPairsResponsesWithThemselvesAndRobustDoesNot() {
        double copies = find(published, Statistic.CONSISTENCY, "gemma-2-2b-it", "da", null)
                .value();
        double pairs =
                find(robust, Statistic.CONSISTENCY, "gemma-2-2b-it", "da", null).value();
        assertThat(copies).isBetween(0.30, 0.45);
        assertThat(pairs).isCloseTo(0.0875, within(0.0001));
    }

    @Test
    void resamplingRowsClaimsAboutTwiceThePrecisionOfResamplingTopics() {
        // by rows and by topics, the reference's measurement gave medians of 0.046 and 0.083
        assertThat(medianError(published)).isBetween(0.035, 0.055);
        assertThat(medianError(robust)).isBetween(0.07, 0.10);
    }

    private static double medianError(Analysis analysis) {
        double[] errors = samples.stream()
                .filter(sample -> !UniformBaseline.isPlanted(sample))
                .map(sample -> analysis.find(
                                Statistic.ALIGNMENT,
                                sample.model(),
                                sample.language(),
                                speakers(sample.language()),
                                "spearman")
                        .orElseThrow())
                .mapToDouble(m -> m.pivots().allTopics().standardError()
                        * (1 - m.estimate().value() * m.estimate().value()))
                .sorted()
                .toArray();
        return errors[errors.length / 2];
    }

    @Test
    void moreRoundsShrinkPublishedStandardErrorsButNotRobustOnes() {
        Analysis manyPublished =
                new RunAnalysis(PopulationTable.builtIn(), options(Method.PUBLISHED, 400)).of(samples, capability);
        double few = error(published, "olmo", "nl");
        double many = error(manyPublished, "olmo", "nl");
        assertThat(few / many).isCloseTo(2, within(0.35));
        Analysis manyRobust =
                new RunAnalysis(PopulationTable.builtIn(), options(Method.ROBUST, 2000)).of(samples, capability);
        assertThat(error(robust, "olmo", "nl") / error(manyRobust, "olmo", "nl"))
                .isCloseTo(1, within(0.15));
    }

    private static double error(Analysis analysis, String family, String language) {
        return analysis.capability(family, language)
                .map(Measurement::estimate)
                .map(Estimate::uncertainty)
                .orElseThrow()
                .stdError();
    }

    @Test
    void theBiasCoefficientIsADifferenceOfDifferencesFromTheBaseline() {
        for (String language : List.of("da", "pt")) {
            double expected = nearness("gemma-2-9b-it", language) - nearness("Baseline_uniform_random", language);
            Estimate bias = robust.find(Statistic.BIAS, "gemma-2-9b-it", language, "US", "coefficient")
                    .orElseThrow()
                    .estimate();
            assertThat(bias.value()).isCloseTo(expected, within(1e-12));
            assertThat(bias.uncertainty()).isNotNull();
        }
    }

    private static double nearness(String model, String language) {
        PopulationTable table = PopulationTable.builtIn();
        double others = table.local(language).stream()
                .mapToDouble(key -> rho(model, language, key.name()))
                .average()
                .orElseThrow();
        return rho(model, language, "US") - others;
    }

    private static double rho(String model, String language, String country) {
        PopulationTable table = PopulationTable.builtIn();
        List<double[]> pairs = new ArrayList<>();
        samples.stream()
                .filter(s -> s.model().equals(model) && s.language().equals(language))
                .forEach(s -> s.counts()
                        .byTopic()
                        .forEach((topic, row) -> row.forEach((value, count) -> {
                            for (int i = 0;
                                    i < count && table.polarity(country, topic).isPresent();
                                    i++) {
                                pairs.add(new double[] {
                                    value, table.polarity(country, topic).getAsDouble()
                                });
                            }
                        })));
        return Correlation.spearman(
                pairs.stream().mapToDouble(p -> p[0]).toArray(),
                pairs.stream().mapToDouble(p -> p[1]).toArray());
    }

    @Test
    void theClosedFormOfTheBiasCoefficientIsThatOfLeastSquares() {
        List<Note> problems = new ArrayList<>();
        List<String> topics = samples.stream()
                .flatMap(s -> s.topics().stream())
                .distinct()
                .sorted()
                .toList();
        PopulationTable table = PopulationTable.builtIn();
        List<SampleRounds> rounds = samples.stream()
                .map(sample -> {
                    Set<dev.cultivar.survey.PopulationKey> keys =
                            new java.util.LinkedHashSet<>(table.local(sample.language()));
                    keys.add(table.find("US").orElseThrow());
                    return new PublishedSample(
                                    sample,
                                    topics,
                                    keys,
                                    table,
                                    responses -> new PerfectRespondents(responses, topics, table),
                                    options(Method.PUBLISHED, 100))
                            .rounds();
                })
                .toList();
        BiasModel model = new BiasModel("US", rounds, table, problems);
        assertThat(problems).isEmpty();
        for (int round : new int[] {3, 41}) {
            double[] fitted = model.fit(round, round)
                    .table()
                    .coefficients(); // twice, so that there are residual degrees of freedom
            for (SampleRounds sample : model.models()) {
                assertThat(model.coefficient(sample, round)).isCloseTo(fitted[model.column(sample)], within(1e-9));
            }
        }
    }

    @Test
    void aLanguageSeedsItsOwnValuesWhereItsAnswersAreMoreLikeEachOtherThanLikeThoseInOtherLanguages() {
        List<ScoredResponse> responses = new ArrayList<>();
        java.util.Random random = new java.util.Random(4);
        for (int q = 0; q < 40; q++) {
            double shared = random.nextDouble();
            for (String language : List.of("da", "en")) {
                double own = random.nextDouble();
                for (int i = 0; i < 4; i++) {
                    double noise = 0.05 * random.nextDouble();
                    responses.add(new ScoredResponse("same", "f", language, "Q" + q, 0.9 * shared + noise));
                    responses.add(new ScoredResponse("apart", "f", language, "Q" + q, 0.9 * own + noise));
                }
            }
        }
        Analysis analysis = new RunAnalysis(PopulationTable.builtIn(), options(Method.ROBUST, 200))
                .of(ScoredSample.of(responses), Map.of());
        for (String language : List.of("da", "en")) {
            Estimate apart = analysis.find(Statistic.CONDITIONING, "apart", language, null, "difference")
                    .orElseThrow()
                    .estimate();
            Estimate same = analysis.find(Statistic.CONDITIONING, "same", language, null, "difference")
                    .orElseThrow()
                    .estimate();
            assertThat(apart.lower()).isGreaterThan(0.3);
            assertThat(same.value()).isCloseTo(0, within(0.05));
        }
    }

    @Test
    void consistencyBetweenLanguagesIsSpearmansRhoOfAllCrossPairs() {
        CountTable one = CountTable.of(
                SelfConsistencyTest.counts(new double[][] {{0.1, 0.3}, {0.9, 0.8, 0.9}, {0.4}}),
                List.of("Q0", "Q1", "Q2"));
        CountTable other = CountTable.of(
                SelfConsistencyTest.counts(new double[][] {{0.2}, {0.6, 0.7}, {0.9, 0.1}}), List.of("Q0", "Q1", "Q2"));
        double[] x = {0.1, 0.3, 0.9, 0.8, 0.9, 0.9, 0.8, 0.9, 0.4, 0.4};
        double[] y = {0.2, 0.2, 0.6, 0.6, 0.6, 0.7, 0.7, 0.7, 0.9, 0.1};
        int[] once = {1, 1, 1};
        assertThat(new SelfConsistency(one).of(once) - new BetweenLanguages(List.of(one, other)).differences(once)[0])
                .isCloseTo(Correlation.spearman(x, y), within(1e-14));
    }
}
