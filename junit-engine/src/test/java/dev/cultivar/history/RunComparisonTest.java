package dev.cultivar.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.gate.Suite;
import dev.cultivar.report.markdown.ComparisonReport;
import dev.cultivar.report.words.ComparisonWords;
import dev.cultivar.survey.PopulationTable;
import org.junit.jupiter.api.Test;

class RunComparisonTest extends WithComparison {

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
}
