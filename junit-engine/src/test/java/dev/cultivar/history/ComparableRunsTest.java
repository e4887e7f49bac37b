package dev.cultivar.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cultivar.gate.Suite;
import dev.cultivar.report.markdown.ComparisonReport;
import dev.cultivar.report.words.ComparisonWords;
import dev.cultivar.report.words.IncomparableWords;
import dev.cultivar.results.baseline.ComparedRuns;
import dev.cultivar.survey.PopulationTable;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparableRunsTest extends WithComparison {

    @Test
    void anotherSuiteJudgeOrPopulationTableIsRefused() {
        assertThatThrownBy(() -> compare(suite(), suite().name("example.Other")))
                .isInstanceOf(IncomparableException.class)
                .extracting(e -> ((IncomparableException) e).why())
                .isEqualTo(new Incomparable.OtherSuite("example.Release", "example.Other"))
                .extracting(IncomparableWords::of)
                .asString()
                .contains("suite is example.Release and this run's is example.Other");
        assertThatThrownBy(() -> compare(suite(), suite().judge("other/judge")))
                .isInstanceOf(IncomparableException.class)
                .extracting(e -> ((IncomparableException) e).why())
                .extracting(IncomparableWords::of)
                .asString()
                .contains("judge is planted/judge and this run's is other/judge");
    }

    @Test
    void onlyWhatBothAskedInTheSameWordsIsComparedAndTheRestIsSaid() {
        RunComparison comparison = compare(suite(), suite().topics(TOPICS.subList(2, TOPICS.size())));
        assertThat(comparison.parts().get(0).drifts()).hasSize(TOPICS.size() - 2);
        assertThat(new ComparisonReport(comparison).console())
                .contains("2 topics only in the baseline, left out: " + TOPICS.get(0), TOPICS.get(1));

        assertThatThrownBy(() -> compare(suite(), suite().wordings(3)))
                .isInstanceOf(IncomparableException.class)
                .extracting(e -> ((IncomparableException) e).why())
                .extracting(IncomparableWords::of)
                .asString()
                .contains("no topic with the same prompts in common", "with prompts that differ");
    }

    @Test
    void whereNoNameIsInBothThatIsSaidAndWhatToDo() {
        assertThatThrownBy(() -> compare(
                        suite(), new Suite().model("other", Suite.like("DK")).languages("da", "nl")))
                .isInstanceOf(IncomparableException.class)
                .hasMessageNotContaining("[")
                .extracting(e -> IncomparableWords.of(((IncomparableException) e).why()))
                .isEqualTo(
                        "The run has other in Danish and Dutch, but the baseline has only release in Danish, so there is"
                                + " nothing to compare. A new release of a model keeps its name in cultivar.yaml. To compare"
                                + " models of different names, add 'baseline: release' to the model in cultivar.yaml, or set"
                                + " baselineModel = \"release\" in the gate. A new model needs a baseline of its own.");
    }

    @Test
    void whereBothRunsComeFromIsShown() {
        assertThat(new ComparisonReport(compare(suite(), suite().seed(2))).console())
                .contains(
                        "Baseline of 2026-11-24 10:05 UTC: Cultivar 0.1.0, commit 0123456789ab with uncommitted"
                                + " changes, seed 1, ",
                        "Judge planted/judge, prompt ",
                        ", reliability 1.0");
    }

    @Test
    void whoAnsweredThenAndWhoAnswersNowIsSaid() {
        BaselineRun.Backend old = new BaselineRun.Backend("danish-2.0", List.of("danish-2.0-0301@fp1"));
        BaselineRun.Backend recent = new BaselineRun.Backend("danish-2.1", List.of());

        assertThat(answered(old, recent))
                .contains("answered by danish-2.0-0301@fp1 (asked for as danish-2.0) in the baseline, by danish-2.1"
                        + " (the endpoint names no model) in this run.");
        assertThat(answered(old, old))
                .contains("answered by danish-2.0-0301@fp1 (asked for as danish-2.0) in both runs.");
        assertThat(answered(null, recent)).contains("the baseline does not say by which model.");
    }

    private static String answered(BaselineRun.@Nullable Backend before, BaselineRun.@Nullable Backend now) {
        RunComparison comparison = RunComparison.of(
                answeredBy(suite().saved(), before),
                answeredBy(suite().seed(2).saved(), now),
                PopulationTable.builtIn(),
                0.95);
        return String.join("\n", ComparisonWords.beyondTopics(ComparedRuns.of(comparison)));
    }

    private static BaselineRun answeredBy(BaselineRun run, BaselineRun.@Nullable Backend backend) {
        BaselineRun.Origin origin = run.runs().get(0);
        BaselineRun.Provenance kept = origin.provenance();
        SortedMap<String, BaselineRun.Backend> backends = new TreeMap<>();
        run.samples().stream().map(BaselineRun.Sample::model).forEach(model -> {
            if (backend != null) {
                backends.put(model, backend);
            }
        });
        return fromRun(run, told(origin, provenance(kept, kept.gates(), backend == null ? null : backends)));
    }

    @Test
    void anotherCalibrationAndOtherSettingsAreSaid() {
        BaselineRun before = suite().saved();
        BaselineRun.Origin origin = before.runs().get(0);
        BaselineRun.Provenance published = new BaselineRun.Provenance(
                "0.0.9", null, null, new TreeMap<>(Map.of("method", "published", "responses", "304")), null, null);
        RunComparison comparison = RunComparison.of(
                fromRun(
                        before,
                        new BaselineRun.Origin(
                                origin.created(),
                                1,
                                origin.responses(),
                                "f".repeat(64),
                                published,
                                origin.prompts(),
                                origin.categories(),
                                null)),
                suite().reliability(0.9).saved(),
                PopulationTable.builtIn(),
                0.95);
        assertThat(comparison.differences())
                .containsExactly(
                        new Difference.OtherPopulationTable(),
                        new Difference.OtherCalibration(
                                new Difference.Calibration("", 1.0), new Difference.Calibration("", 0.9)),
                        new Difference.OtherSettings(
                                new TreeMap<>(Map.of("method", new Difference.Values("published", "robust")))));
        assertThat(ComparisonWords.beyondTopics(ComparedRuns.of(comparison)))
                .contains(
                        "Both are compared with this run's population table, which differs from the baseline's.",
                        "The judge's calibration differs: no calibration, reliability 1 then, no calibration,"
                                + " reliability 0.9 now.",
                        "Settings that differ: method published then, robust now.");
    }

    @Test
    void modelsThatOneRunLacksAreSaid() {
        RunComparison comparison = compare(twoModels(false), twoModels(true).model("new", Suite.random()));
        assertThat(comparison.differences()).containsExactly(new Difference.NotInBaseline("new", "da"));
        assertThat(new ComparisonReport(comparison).console()).contains("new in Danish is not in the baseline.");
    }
}
