package dev.cultivar.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cultivar.report.ComparisonReport;
import dev.cultivar.run.RunRecord;
import dev.cultivar.survey.PopulationTable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

    private static BaselineRun saved(Suite suite) {
        RunRecord run = suite.run();
        return BaselineFiles.of(run, suite.analyse(run, suite.plan()));
    }

    private static RunComparison compare(Suite before, Suite now) {
        return RunComparison.of(saved(before), saved(now), PopulationTable.builtIn(), 0.95, 400);
    }

    @Test
    void theTopicsThatMovedAreNamedAndOfTheOtherModelNone() {
        RunComparison comparison = compare(twoModels(false), twoModels(true).seed(2));

        assertThat(certain(comparison, "moved")).containsExactlyInAnyOrderElementsOf(MOVED);
        assertThat(certain(comparison, "steady")).isEmpty();
        String printed = new ComparisonReport(comparison).console();
        assertThat(printed)
                .contains("moved in da: 2 topics certainly drifted", "steady in da: no topic certainly drifted");
        assertThat(new ComparisonReport(comparison).markdown()).contains("| topic | then | now | change |");
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
        assertThat(change.compared().pivot()).isNotNull();
        assertThat(change.compared().pivot().interval(0.95).upper()).isNegative();
    }

    @Test
    void anotherSuiteJudgeOrPopulationTableIsRefused() {
        assertThatThrownBy(() -> compare(suite(), suite().name("example.Other")))
                .isInstanceOf(BaselineException.class)
                .hasMessageContaining("suite is example.Release and the run's is example.Other");
        assertThatThrownBy(() -> compare(suite(), suite().judge("other/judge")))
                .isInstanceOf(BaselineException.class)
                .hasMessageContaining("judge is baseline/judge and the run's is other/judge");
    }

    @Test
    void onlyWhatBothAskedInTheSameWordsIsComparedAndTheRestIsSaid() {
        RunComparison comparison = compare(suite(), suite().topics(TOPICS.subList(2, TOPICS.size())));
        assertThat(comparison.parts().get(0).drifts()).hasSize(TOPICS.size() - 2);
        assertThat(new ComparisonReport(comparison).console())
                .contains("2 topics only in the baseline, left out: " + TOPICS.get(0) + " " + TOPICS.get(1));

        assertThatThrownBy(() -> compare(suite(), suite().wordings(3)))
                .isInstanceOf(BaselineException.class)
                .hasMessageContaining("nothing in common")
                .hasMessageContaining("with other prompts");
    }

    @Test
    void modelsThatOneRunLacksAreSaid() {
        RunComparison comparison = compare(twoModels(false), twoModels(true).model("new", Suite.random()));
        assertThat(comparison.said()).contains("new in da is not in the baseline.");
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
