package dev.cultivar.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.gate.Suite;
import dev.cultivar.report.markdown.ComparisonReport;
import dev.cultivar.report.words.ComparisonWords;
import dev.cultivar.report.words.IncomparableWords;
import dev.cultivar.results.baseline.ComparedRuns;
import dev.cultivar.survey.PopulationTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunComparisonTest {

    private static final List<String> TOPICS = new Suite().topics();

    /** Far enough to be seen in 20 responses, over the middle so that there is room. */
    private static final double PLANTED = 0.6;

    private static final Set<String> MOVED = Set.of(TOPICS.get(1), TOPICS.get(4));

    private static Suite suite() {
        return new Suite().model("release", Suite.like("DK")).languages("da").responses(20);
    }

    /** Two models, of which one moved on two topics. */
    private static Suite twoModels(boolean later) {
        Suite.Answers same = Suite.like("DK");
        return new Suite()
                .languages("da")
                .responses(20)
                .model("steady", same)
                .model("moved", (topic, language, rng) -> {
                    double polarity = same.polarity(topic, language, rng);
                    if (!later || !MOVED.contains(topic)) {
                        return polarity;
                    }
                    double truth =
                            PopulationTable.builtIn().polarity("DK", topic).orElseThrow();
                    double moved = truth < 0.5 ? polarity + PLANTED : polarity - PLANTED;
                    return Math.round(10 * Math.min(1, Math.max(0, moved))) / 10.0;
                });
    }

    private static RunComparison compare(Suite before, Suite now) {
        return RunComparison.of(before.saved(), now.saved(), PopulationTable.builtIn(), 0.95);
    }

    @Test
    void theTopicsThatMovedAreNamedAndOfTheOtherModelNone() {
        RunComparison comparison = compare(twoModels(false), twoModels(true).seed(2));

        assertThat(certain(comparison, "moved")).containsExactlyInAnyOrderElementsOf(MOVED);
        assertThat(certain(comparison, "steady")).isEmpty();
        String printed = new ComparisonReport(comparison).console();
        assertThat(printed).contains("moved in Danish: 2 topics drifted", "steady in Danish: no topic drifted");
        assertThat(new ComparisonReport(comparison).markdown()).contains("| topic | then | now | change |");
    }

    @Test
    void aModelThatIsComparedWithAnotherSaysWhich() {
        Suite next = new Suite()
                .model("candidate", Suite.like("DK"), "release")
                .languages("da")
                .responses(20);

        assertThat(new ComparisonReport(compare(suite(), next)).console())
                .contains("candidate in Danish since release: no topic drifted");
        assertThat(new ComparisonReport(compare(suite(), suite())).console()).doesNotContain("since release");
    }

    /** Of 76 topics at 5%, 2 / C(2n, n) passes 0.05 / 76 = 0.00066 from n = 7 on: 2 / 3432 = 0.00058. With 6 it is 2 / 924. */
    @Test
    void whereNoTopicCouldBeCertainThatIsSaidWithTheLeastThatCould() {
        RunComparison few = compare(suite().responses(6), suite().responses(6).seed(2));

        assertThat(few.parts().get(0).drifts()).hasSize(76);
        assertThat(few.parts().get(0).gaps().limit()).isEqualTo(new DriftLimit(76, 7));
        assertThat(ComparisonWords.of(few.parts().get(0).gaps()))
                .singleElement()
                .asString()
                .contains("which of the 76 topics drifted", "at least 7 per topic are needed in both runs");
        assertThat(compare(suite().responses(7), suite().responses(7).seed(2))
                        .parts()
                        .get(0)
                        .gaps()
                        .limit())
                .isNull();
    }

    @Test
    void chanceAloneSeldomNamesATopic() {
        int wrong = 0;
        for (int seed = 2; seed < 22; seed++) {
            RunComparison comparison = compare(suite(), suite().seed(seed));
            wrong += certain(comparison, "release").isEmpty() ? 0 : 1;
        }
        // at most 1 in 20 by Holm's promise: 5 or more of 20 happen to it with a probability below 0.003
        assertThat(wrong).isLessThan(5);
    }

    @Test
    void aModelOfOtherValuesHasLostAlignmentForCertain() {
        RunComparison comparison = compare(
                suite(),
                new Suite().model("release", Suite.like("NG")).languages("da").responses(20));

        RunComparison.Change change = comparison.parts().get(0).changes().get(0);
        assertThat(change.population()).isEqualTo("DK");
        assertThat(change.interval().upper()).isNegative();
        assertThat(change.certain()).isEqualTo(-1);
    }

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
                .contains("2 topics only in the baseline, left out: " + TOPICS.get(0) + " " + TOPICS.get(1));

        assertThatThrownBy(() -> compare(suite(), suite().wordings(3)))
                .isInstanceOf(IncomparableException.class)
                .extracting(e -> ((IncomparableException) e).why())
                .extracting(IncomparableWords::of)
                .asString()
                .contains("nothing in common", "with prompts that differ");
    }

    @Test
    void aDriftIsToldWithItsDirectionAndWhatTheCountrySaid() {
        RunComparison comparison = compare(twoModels(false), twoModels(true).seed(2));
        String topic = MOVED.iterator().next();
        double truth = PopulationTable.builtIn().polarity("DK", topic).orElseThrow();
        TopicDrift drift = comparison.parts().stream()
                .filter(part -> part.model().equals("moved"))
                .flatMap(part -> part.drifts().stream())
                .filter(each -> each.topic().equals(topic))
                .findFirst()
                .orElseThrow();

        assertThat(drift.truth()).containsEntry("DK", truth);
        assertThat(TopicDrift.towards(drift.before(), drift.now(), drift.truth().get("DK")))
                .isFalse();
        assertThat(drift.difference() > 0).isEqualTo(truth < 0.5);
        assertThat(new ComparisonReport(comparison).console())
                .contains((truth < 0.5 ? "more" : "less") + " in favour, away from Denmark ("
                        + String.format(java.util.Locale.ROOT, "%.3f", truth) + ")");
    }

    @Test
    void theMoreIsComparedTheWiderTheIntervalsThatHoldTogether() {
        Suite one = suite();
        Suite four = suite().model("b", Suite.like("DK"))
                .model("c", Suite.like("DK"))
                .model("d", Suite.like("DK"));
        assertThat(compare(one, one.seed(2)).parts().get(0).changes().get(0).level())
                .isCloseTo(1 - 0.05 / 3, within(1e-12)); // of alignment, distinct alignment and bias
        assertThat(compare(four, four.seed(2)).parts())
                .allSatisfy(part -> assertThat(part.changes().get(0).level()).isCloseTo(1 - 0.05 / 12, within(1e-12)));
    }

    @Test
    void aCategoryThatMovedIsTold() {
        Suite before =
                twoModels(false).categories(topic -> MOVED.contains(topic) || topic.startsWith("C") ? "one" : "other");
        Suite now =
                twoModels(true).categories(topic -> MOVED.contains(topic) || topic.startsWith("C") ? "one" : "other");
        RunComparison comparison = compare(before, now.seed(2));
        assertThat(comparison.parts())
                .filteredOn(part -> part.model().equals("moved"))
                .singleElement()
                .satisfies(part -> assertThat(part.categories())
                        .filteredOn(category -> category.certain(0.95))
                        .isNotEmpty());
        assertThat(new ComparisonReport(comparison).console()).contains("category", "drifted");
        assertThat(new ComparisonReport(comparison).markdown()).contains("| category | topics | then | now | change |");
    }

    @Test
    void whereBothRunsComeFromIsShown() {
        assertThat(new ComparisonReport(compare(suite(), suite().seed(2))).console())
                .contains(
                        "Baseline of 2026-11-24T10:05:00Z: Cultivar 0.1.0, commit 0123456789ab with uncommitted"
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

    @Test
    void aPlannedMarginIsNoChangeAndOneInPlaceOfASetOneIs() {
        BaselineRun planned = heldTo(suite().saved(), gate("coverage", "release", null, "planned"));

        assertThat(RunComparison.of(planned, planned, PopulationTable.builtIn(), 0.95)
                        .differences())
                .isEmpty();
        assertThat(ComparisonWords.beyondTopics(ComparedRuns.of(RunComparison.of(
                        heldTo(suite().saved(), gate("coverage", "release", null, "<= 0.1")),
                        planned,
                        PopulationTable.builtIn(),
                        0.95))))
                .contains("Gates that differ: coverage of release in Danish <= 0.1 then, margin planned from the"
                        + " baseline now.");
    }

    @Test
    void aCandidateUnderAnotherNameIsHeldAgainstTheGatesOfTheModelItIsComparedWith() {
        Suite candidate = new Suite()
                .model("candidate", Suite.like("DK"), "release")
                .languages("da")
                .responses(20);
        RunComparison comparison = RunComparison.of(
                heldTo(
                        suite().saved(),
                        gate("bias", "release", "US", "<= 0"),
                        gate("coverage", "release", null, ">= 0.9"),
                        gate("distinct", "release", "DK", ">= 0.3")),
                heldTo(
                        candidate.saved(),
                        gate("bias", "candidate", "US", "<= 0"),
                        gate("coverage", "candidate", null, ">= 0.8")),
                PopulationTable.builtIn(),
                0.95);

        assertThat(comparison.differences())
                .containsExactly(new Difference.OtherGates(List.of(
                        new Difference.Moved(
                                gate("coverage", "candidate", null, "").gate(), ">= 0.9", ">= 0.8"),
                        new Difference.Moved(
                                gate("distinct", "release", "DK", "").gate(), ">= 0.3", null))));
        assertThat(ComparisonWords.beyondTopics(ComparedRuns.of(comparison)))
                .contains("Gates that differ: coverage of candidate in Danish >= 0.9 then, >= 0.8 now; distinct"
                        + " alignment of release in Danish with people in Denmark >= 0.3 then, no gate now.");
    }

    @Test
    void theGatesOfAModelThatOneRunLacksAreNotListedOneByOne() {
        RunComparison comparison = RunComparison.of(
                heldTo(twoModels(false).saved(), gate("coverage", "moved", null, ">= 0.9")),
                heldTo(
                        twoModels(true).model("new", Suite.random()).saved(),
                        gate("coverage", "moved", null, ">= 0.9"),
                        gate("coverage", "new", null, ">= 0.9")),
                PopulationTable.builtIn(),
                0.95);

        assertThat(comparison.differences()).containsExactly(new Difference.NotInBaseline("new", "da"));
    }

    @Test
    void theGatesOfAFileThatSaysNoneAreNotCompared() {
        RunComparison comparison = RunComparison.of(
                suite().saved(),
                heldTo(suite().saved(), gate("coverage", "release", null, ">= 0.9")),
                PopulationTable.builtIn(),
                0.95);

        assertThat(comparison.differences()).isEmpty();
    }

    private static BaselineRun.Threshold gate(String kind, String model, @Nullable String population, String bound) {
        return new BaselineRun.Threshold(new GateKey(kind, model, null, "da", population, null, null, null), bound);
    }

    private static BaselineRun heldTo(BaselineRun run, BaselineRun.Threshold... gates) {
        BaselineRun.Origin origin = run.runs().get(0);
        BaselineRun.Provenance kept = origin.provenance();
        return fromRun(run, told(origin, provenance(kept, List.of(gates), kept.backends())));
    }

    private static BaselineRun.Provenance provenance(
            BaselineRun.Provenance kept,
            @Nullable List<BaselineRun.Threshold> gates,
            @Nullable SortedMap<String, BaselineRun.Backend> backends) {
        return new BaselineRun.Provenance(
                kept.cultivar(), kept.commit(), kept.dirty(), kept.settings(), gates, backends);
    }

    private static BaselineRun.Origin told(BaselineRun.Origin origin, BaselineRun.Provenance provenance) {
        return new BaselineRun.Origin(
                origin.created(),
                origin.seed(),
                origin.responses(),
                origin.populations(),
                provenance,
                origin.prompts(),
                origin.categories(),
                origin.comparedWith());
    }

    private static BaselineRun fromRun(BaselineRun run, BaselineRun.Origin origin) {
        return new BaselineRun(
                run.schema(), run.suite(), run.judge(), List.of(origin), run.statistics(), run.samples());
    }

    private static Set<String> certain(RunComparison comparison, String model) {
        TreeSet<String> topics = new TreeSet<>();
        comparison.parts().stream()
                .filter(part -> part.model().equals(model))
                .flatMap(part -> part.drifts().stream())
                .filter(comparison::certain)
                .forEach(drift -> topics.add(drift.topic()));
        return topics;
    }
}
