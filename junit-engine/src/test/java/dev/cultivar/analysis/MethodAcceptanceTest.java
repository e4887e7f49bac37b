package dev.cultivar.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.analysis.MethodAcceptance.Answering;
import dev.cultivar.analysis.MethodAcceptance.Planted;
import dev.cultivar.analysis.MethodAcceptance.Tally;
import dev.cultivar.analysis.SampleStatistics.Kind;
import dev.cultivar.analysis.alignment.SelfConsistency;
import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.counts.ScoredResponse;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Measurement;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.settings.Method;
import dev.cultivar.stats.Correction;
import dev.cultivar.stats.Seeds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The study of {@code docs/validity.md} in small; bounds are four standard errors of the simulation from what is promised. */
class MethodAcceptanceTest {

    private static final List<String> TOPICS = SurveyTopics.of("paper");

    @Test
    void intervalsAtTheseTopicsHoldTheTruthAsOftenAsTheySay() {
        int runs = 300;
        List<Tally> found = new MethodAcceptance.Line(TOPICS, 8, Answering.STRONG).run(runs, false);
        for (Kind kind : List.of(Kind.ALIGNMENT, Kind.BIAS, Kind.DISTINCT, Kind.MIRRORED, Kind.PEARSON)) {
            Tally tally = found.get(kind.ordinal());
            assertThat(tally.none()).as(kind + ", runs without interval").isZero();
            assertThat(tally.coverage()).as(kind + ", coverage").isBetween(0.899, 0.997);
            assertThat(tally.falsePass()).as(kind + ", false pass").isLessThan(0.062);
            assertThat(tally.falseFail()).as(kind + ", false fail").isLessThan(0.062);
            assertThat(tally.bias()).as(kind + ", bias of the estimate").isCloseTo(0, within(0.012));
            assertThat(tally.errorToSpread()).as(kind + ", standard error").isBetween(0.83, 1.17);
        }
    }

    @Test
    void theDistinctGateTellsOwnPeopleFromAmericansTheWorldAndChance() {
        int runs = 20;
        assertThat(MethodAcceptance.passAndFail(Planted.OWN, "DK", TOPICS, 9, runs)[0])
                .isEqualTo(1);
        assertThat(MethodAcceptance.passAndFail(Planted.US, "DK", SurveyTopics.of("wvs7"), 9, runs)[1])
                .isEqualTo(1);
        for (Planted other : List.of(Planted.US, Planted.WORLD, Planted.RANDOM)) {
            for (String local : List.of("DK", "NL", "BR", "PT", "GB")) {
                assertThat(MethodAcceptance.passAndFail(other, local, TOPICS, 9, runs)[0])
                        .as(other + " with " + local)
                        .isZero();
            }
        }
    }

    /** What the study measures is what users get. */
    @Test
    void theStudysPivotsAreThoseOfTheAnalysis() {
        long[] asked = new long[TOPICS.size()];
        Arrays.fill(asked, 5);
        SimulatedModel model = Answering.WEAK.draw(
                new Seeds(3).stream(0), SurveyTopics.polarity("DK", TOPICS), SurveyTopics.world("DK", TOPICS));
        var counts = SimulatedModel.counts(model.draw(new Seeds(3).stream(1), asked), TOPICS);
        SampleStatistics study = SampleStatistics.of(counts, TOPICS, "da", SurveyTopics.country("DK"));
        List<ScoredResponse> responses = new ArrayList<>();
        counts.byTopic()
                .forEach((topic, row) -> row.forEach((polarity, count) -> {
                    for (int i = 0; i < count; i++) {
                        responses.add(new ScoredResponse("model", "family", "da", topic, polarity));
                    }
                }));
        AnalysisOptions options = new AnalysisOptions(
                1,
                0.95,
                100,
                OptionalDouble.empty(),
                new TreeSet<>(Set.of("US")),
                new TreeSet<>(),
                Set.of(),
                Method.ROBUST,
                false);
        Analysis analysis = new RunAnalysis(SurveyTopics.TABLE, options).of(ScoredSample.of(responses), Map.of());
        Map<Kind, Pivot> pivots = study.theseTopics();
        same(pivots.get(Kind.ALIGNMENT), analysis.find(Statistic.ALIGNMENT, "model", "da", "DK", "spearman"));
        same(pivots.get(Kind.BIAS), analysis.find(Statistic.BIAS, "model", "da", "US", "difference"));
        same(study.consistency(), analysis.find(Statistic.CONSISTENCY, "model", "da", null, "spearman"));
    }

    private static void same(Pivot study, java.util.Optional<Measurement> found) {
        Pivot analysed = Objects.requireNonNull(found.orElseThrow().pivots().theseTopics());
        assertThat(study.estimate()).isCloseTo(analysed.estimate(), within(1e-12));
        assertThat(study.standardError()).isCloseTo(analysed.standardError(), within(1e-12));
        assertThat(study.df()).isCloseTo(analysed.df(), within(1e-9));
    }

    /** A run with so many responses that chance is out of it. */
    @Test
    void theTruthOfSelfConsistencyIsTheLimitOfLongRuns() {
        long[] asked = new long[TOPICS.size()];
        Arrays.setAll(asked, q -> 2000 + 500 * (q % 3));
        SimulatedModel model = Answering.WEAK.draw(
                new Seeds(4).stream(0), SurveyTopics.polarity("DK", TOPICS), SurveyTopics.world("DK", TOPICS));
        CountTable table =
                CountTable.of(SimulatedModel.counts(model.draw(new Seeds(4).stream(1), asked), TOPICS), TOPICS);
        int[] once = new int[TOPICS.size()];
        Arrays.fill(once, 1);
        assertThat(model.consistency(asked)).isCloseTo(new SelfConsistency(table).of(once), within(0.01));
    }

    /** The paper's six models: most gates are decided at these topics, and few where topics are a sample. */
    @Test
    void mostGatesOfRealModelsAreDecidedAtTheseTopics() throws IOException {
        Map<String, List<RealSample>> models = RealSample.read();
        double gates = 3.0 * models.values().stream().mapToInt(List::size).sum();
        assertThat(RealModelDecisions.decided(models, true, Correction.HOLM) / gates)
                .isGreaterThan(0.5);
        assertThat(RealModelDecisions.decided(models, false, Correction.HOLM) / gates)
                .isLessThan(0.2);
    }
}
