package dev.cultivar.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.analysis.Analysis;
import dev.cultivar.analysis.RunAnalysis;
import dev.cultivar.analysis.alignment.DistinctTerms;
import dev.cultivar.analysis.alignment.PerfectRespondents;
import dev.cultivar.analysis.alignment.Truth;
import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Measurement;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.analysis.estimate.ReferencePoints;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.api.Outcome;
import dev.cultivar.api.Stance;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Gate;
import dev.cultivar.gate.GateEvaluation;
import dev.cultivar.gate.GatePlan;
import dev.cultivar.gate.GateResult;
import dev.cultivar.gate.Gates;
import dev.cultivar.gate.looks.GateSequence;
import dev.cultivar.history.BaselineFiles;
import dev.cultivar.model.http.KeySource;
import dev.cultivar.run.LiveParticipants;
import dev.cultivar.run.StopRule;
import dev.cultivar.run.SuiteRun;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.run.plan.RunPlanner;
import dev.cultivar.run.response.ResponseRecord;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.SettingsFile;
import dev.cultivar.settings.SettingsResolver;
import dev.cultivar.settings.SuiteDefaults;
import dev.cultivar.stats.Interval;
import dev.cultivar.survey.Catalogue;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.PopulationType;
import dev.cultivar.survey.Topic;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models of known values, asked over real HTTP, come out as what they are. */
class PlantedTruthTest {

    private static final List<String> MODELS = List.of(
            "uniform",
            "fifty",
            "perfect-DK",
            "perfect-local",
            "perfect-US",
            "world",
            "mix-US70-DK30",
            "refuser",
            "english-only");
    private static final List<String> LANGUAGES = List.of("da", "nl", "en", "pt");
    private static final int RESPONSES = 148;
    private static final PopulationTable TABLE = PopulationTable.builtIn();

    /** Those of the Joint file; of further countries there are 20 topics. */
    private static final List<PopulationKey> WHOLE = TABLE.populations().stream()
            .filter(key -> TABLE.topics(key).size() > 20)
            .toList();

    private static final Set<String> COUNTRIES = WHOLE.stream()
            .filter(key -> key.type() == PopulationType.COUNTRY)
            .map(PopulationKey::name)
            .collect(Collectors.toCollection(TreeSet::new));

    /** Closed at the end, as its responses are read until then. */
    private static SuiteRun underWay;

    private static RunRecord run;
    private static Analysis analysis;
    private static Map<String, GateResult> verdicts;
    private static final Map<List<String>, Double> IMPLIED = new ConcurrentHashMap<>();

    @AfterAll
    static void close() {
        underWay.close();
    }

    @BeforeAll
    static void runThemAll() {
        List<String> topics = Catalogue.builtIn().list(Catalogue.DEFAULT_LIST).orElseThrow().stream()
                .map(Topic::key)
                .filter(topic -> WHOLE.stream()
                        .allMatch(key -> TABLE.polarity(key, topic).isPresent()))
                .toList();
        RunSettings settings = SettingsResolver.resolve(
                new SuiteDefaults(MODELS.stream().map(name -> "planted/" + name).toList(), LANGUAGES, RESPONSES, 5),
                SettingsFile.NONE,
                key -> Optional.empty());
        RunPlan plan = RunPlanner.plan("dev.example.Planted", settings, topics);
        LiveParticipants participants = LiveParticipants.open(plan, KeySource.system());
        underWay = SuiteRun.start(plan, Set.copyOf(plan.cells()), participants, StopRule.NEVER);
        run = underWay.record().join();
        GatePlan gates = GatePlan.of(gates(), settings, plan.populations(), plan.topics());
        assertThat(gates.problems()).isEmpty();
        AnalysisOptions options = gates.require(AnalysisOptions.of(settings));
        for (String country : COUNTRIES) {
            options = options.withPopulation(country);
        }
        analysis = new RunAnalysis(TABLE, options).of(run);
        verdicts = new java.util.LinkedHashMap<>();
        List<GateResult> all = GateSequence.atOnce(run.plan(), gates)
                .after(new GateEvaluation(run, analysis, new BaselineFiles(Path.of("."))))
                .verdicts();
        for (int i = 0; i < all.size(); i++) {
            verdicts.put(gates.leaves().get(i).name(), all.get(i));
        }
    }

    private static List<Gate> gates() {
        return List.of(
                Gates.alignment("language", 0.3), Gates.bias("US", 0.3), Gates.consistency(0.2), Gates.coverage(0.8));
    }

    private static Estimate find(Statistic statistic, String model, String language, String population) {
        return measured(statistic, model, language, population).estimate();
    }

    private static Measurement measured(Statistic statistic, String model, String language, String population) {
        String metric =
                statistic == Statistic.BIAS ? "difference" : statistic == Statistic.COVERAGE ? "share" : "spearman";
        String shown = population == null
                ? null
                : TABLE.canonical(TABLE.find(population).orElseThrow()).name();
        return analysis.find(statistic, "planted/" + model, language, shown, metric)
                .orElseThrow();
    }

    private static Estimate alignment(String model, String language, String population) {
        return find(Statistic.ALIGNMENT, model, language, population);
    }

    private static Implied implied(String language) {
        return new Implied(
                TABLE,
                run.plan().prompts().get(language).stream()
                        .map(planned -> planned.prompt().topic())
                        .toList());
    }

    private static double impliedAlignment(String model, String language, String population) {
        return IMPLIED.computeIfAbsent(
                List.of(model, language, population), key -> implied(language).alignment(model, language, population));
    }

    /** A hundred intervals are looked at together, so each is taken at a level at which one in ten runs of them all would miss one. */
    @ParameterizedTest
    @ValueSource(strings = {"da", "nl", "en", "pt"})
    void everyAlignmentAndConsistencyIsWithinItsIntervalOfWhatWasPlanted(String language) {
        for (String model : List.of("uniform", "fifty", "perfect-DK", "perfect-local", "mix-US70-DK30")) {
            for (String population : List.of(language, "DK", "US", "global")) {
                requireCovered(
                        measured(Statistic.ALIGNMENT, model, language, population),
                        impliedAlignment(model, language, population));
            }
            requireCovered(
                    measured(Statistic.CONSISTENCY, model, language, null),
                    implied(language).consistency(model, language));
        }
    }

    private static void requireCovered(Measurement measurement, double implied) {
        Pivot all = Objects.requireNonNull(measurement.pivots().allTopics());
        requireCovered(measurement, all, implied);
        // and the interval says something
        Interval interval = all.interval(0.95);
        assertThat(interval.upper() - interval.lower()).isBetween(0.02, 0.6);
        Pivot these = measurement.pivots().theseTopics();
        if (measurement.estimate().statistic() == Statistic.ALIGNMENT) {
            requireCovered(measurement, Objects.requireNonNull(these), implied);
        } else if (these != null) { // two responses a topic may be too few for pairs of them
            requireCovered(measurement, these, implied);
        }
    }

    private static void requireCovered(Measurement measurement, Pivot pivot, double implied) {
        Interval interval = pivot.interval(0.999);
        assertThat(implied).as("%s", measurement.estimate()).isBetween(interval.lower(), interval.upper());
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "nl", "en", "pt"})
    void theDaneIsNearestToDenmarkInEveryLanguage(String language) {
        double denmark = alignment("perfect-DK", language, "DK").value();
        assertThat(COUNTRIES)
                .hasSize(13)
                .filteredOn(country -> !country.equals("DK"))
                .allSatisfy(country -> assertThat(
                                alignment("perfect-DK", language, country).value())
                        .as(country)
                        .isLessThan(denmark));
        // what the model says takes no side in one statement of twenty, as ten perfect respondents do not
        Double own = Objects.requireNonNull(
                Objects.requireNonNull(alignment("perfect-DK", language, "DK").references())
                        .own());
        Interval interval = Objects.requireNonNull(measured(Statistic.ALIGNMENT, "perfect-DK", language, "DK")
                        .pivots()
                        .allTopics())
                .interval(0.999);
        assertThat(own).isBetween(interval.lower(), interval.upper());
    }

    /**
     * Within four standard errors on Fisher's scale, {@code (1 - c) / (n (1 - r r) (1 - D D))} squared, where answers to one topic
     * correlate by {@code c} and those to all with the world by {@code r}.
     */
    @ParameterizedTest
    @ValueSource(strings = {"da", "nl", "pt"})
    void distinctAlignmentTellsOwnPeopleFromAmericansTheWorldAndChance(String language) {
        PopulationKey own = TABLE.localPopulation(language).orElseThrow();
        ReferencePoints points = people(language).distinct(own);
        requireDistinct("perfect-local", language, points.own(), 0.75, 0.77);
        requireDistinct("perfect-US", language, points.reference(), 0.7, 0.66);
        requireDistinct("world", language, points.world(), 0.5, 0.83);
        requireDistinct("uniform", language, 0.0, 0, 0);
        assertThat(distinct("perfect-local", language)).isGreaterThan(0.45);
        for (String other : List.of("perfect-US", "world", "uniform")) {
            assertThat(distinct(other, language)).as(other).isLessThan(0.3);
        }
    }

    private static void requireDistinct(String model, String language, @Nullable Double planted, double c, double r) {
        double expected = Objects.requireNonNull(planted);
        double error = Math.sqrt((1 - c) / (RESPONSES * (1 - r * r)) * (1 - expected * expected));
        assertThat(distinct(model, language)).as("%s in %s", model, language).isCloseTo(expected, within(4 * error));
    }

    private static double distinct(String model, String language) {
        CountTable table = counts(model, language);
        PopulationKey own = TABLE.localPopulation(language).orElseThrow();
        double[] world = topics().stream()
                .mapToDouble(topic -> TABLE.world(own, topic).orElseThrow())
                .toArray();
        return DistinctTerms.of(Truth.of(own, TABLE, topics()), world, table).of(table.weights());
    }

    private static PerfectRespondents people(String language) {
        return new PerfectRespondents(counts("perfect-local", language).responses, topics(), TABLE);
    }

    private static CountTable counts(String model, String language) {
        return CountTable.of(
                analysis.sample("planted/" + model, language).orElseThrow().counts(), topics());
    }

    private static List<String> topics() {
        return run.plan().topics().stream().map(Topic::key).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "nl", "en", "pt"})
    void modelsWithoutValuesAreAlignedWithNobody(String language) {
        for (String model : List.of("uniform", "fifty")) {
            for (String population : List.of(language, "DK", "US", "global")) {
                requireCovered(measured(Statistic.ALIGNMENT, model, language, population), 0);
            }
            requireCovered(measured(Statistic.CONSISTENCY, model, language, null), 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "nl", "en", "pt"})
    void theMixtureLiesBetweenItsParts(String language) {
        assertThat(alignment("mix-US70-DK30", language, "US").value())
                .isGreaterThan(alignment("perfect-DK", language, "US").value())
                .isGreaterThan(alignment("mix-US70-DK30", language, "DK").value());
        assertThat(alignment("mix-US70-DK30", language, "DK").value())
                .isLessThan(alignment("perfect-DK", language, "DK").value())
                .isGreaterThan(impliedAlignment("perfect-US", language, "DK"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "nl", "en", "pt"})
    void theRefuserCoversNothingAndEachOfItsGatesFails(String language) {
        assertThat(outcomes("refuser", language)).isEqualTo(Map.of(Outcome.REFUSAL, (long) RESPONSES));
        assertThat(find(Statistic.COVERAGE, "refuser", language, null).value()).isZero();
        assertThat(alignment("refuser", language, language).value()).isNaN();
        List<GateResult> own = verdicts.values().stream()
                .filter(verdict -> "planted/refuser".equals(verdict.model()) && language.equals(verdict.language()))
                .toList();
        assertThat(own)
                .extracting(result -> result.gate().key())
                .contains("alignment", "bias", "consistency", "coverage");
        assertThat(own).extracting(GateResult::verdict).containsOnly(Verdict.FAIL);
    }

    @Test
    void whoAnswersInEnglishOnlyIsScoredInEnglishAndElsewhereInTheWrongLanguage() {
        assertThat(outcomes("english-only", "en").getOrDefault(Outcome.SCORED, 0L))
                .isGreaterThanOrEqualTo(RESPONSES - 1);
        for (String language : List.of("da", "nl", "pt")) {
            assertThat(outcomes("english-only", language)).isEqualTo(Map.of(Outcome.WRONG_LANGUAGE, (long) RESPONSES));
            assertThat(find(Statistic.COVERAGE, "english-only", language, null).value())
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "nl", "en", "pt"})
    void noStanceIsLostOnItsWayThroughScreenAndJudge(String language) {
        List<ResponseRecord> responses = run.responses()
                .filter(response -> response.cell().language().equals(language))
                .filter(response -> Set.of("planted/uniform", "planted/fifty", "planted/perfect-local")
                        .contains(response.cell().model()))
                .toList();
        assertThat(responses).hasSize(3 * RESPONSES).allSatisfy(response -> {
            assertThat(response.outcome()).as(response.detail()).isEqualTo(Outcome.SCORED);
            assertThat(response.stances()).hasSize(10);
        });
        Map<Stance, Long> stances = responses.stream()
                .flatMap(response -> response.stances().stream())
                .collect(Collectors.groupingBy(
                        stance -> stance, () -> new EnumMap<>(Stance.class), Collectors.counting()));
        // 4,500 statements, one in twenty of which takes no side: a standard error of 0.0032
        assertThat(stances.get(Stance.NEUTRAL) / (30.0 * RESPONSES)).isCloseTo(0.05, within(4 * 0.0032));
        double inFavour = run.responses()
                .filter(response -> response.cell().language().equals(language)
                        && response.cell().model().equals("planted/fifty"))
                .mapToDouble(ResponseRecord::polarity)
                .average()
                .orElseThrow();
        // 1,425 statements with a side: a standard error of 0.013
        assertThat(inFavour).isCloseTo(0.5, within(4 * 0.013));
    }

    private static Map<Outcome, Long> outcomes(String model, String language) {
        return run.responses()
                .filter(response -> response.cell().language().equals(language)
                        && response.cell().model().equals("planted/" + model))
                .collect(Collectors.groupingBy(ResponseRecord::outcome, Collectors.counting()));
    }
}
