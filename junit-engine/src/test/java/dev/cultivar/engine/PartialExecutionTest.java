package dev.cultivar.engine;

import static dev.cultivar.engine.Bench.figures;
import static dev.cultivar.engine.Expect.cell;
import static dev.cultivar.engine.Expect.failedWith;
import static dev.cultivar.engine.Expect.gate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.testkit.engine.EventConditions.container;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.skippedWithReason;

import dev.cultivar.api.Verdict;
import dev.cultivar.engine.sound.SoundSuites;
import dev.cultivar.run.plan.CellKey;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.testkit.engine.EngineExecutionResults;

class PartialExecutionTest {

    private static final UniqueId TWO_TOPICS = UniqueId.forEngine("cultivar")
            .append("group", SoundSuites.class.getName())
            .append("suite", SoundSuites.TwoTopics.class.getName());

    private final Bench bench = new Bench();

    @Test
    void oneProbeIsAskedAloneAndTheGatesSayThatTheyWereNot() {
        EngineExecutionResults results = bench.execute(selectMethod(SoundSuites.TwoTopics.class, "abortion"));

        assertThat(bench.pipeline.asked).singleElement().satisfies(cells -> assertThat(cells)
                .hasSize(4)
                .allMatch(cell -> cell.topic().equals("F120")));
        results.testEvents()
                .assertStatistics(stats -> stats.started(4).succeeded(4).skipped(4))
                .assertThatEvents()
                .haveExactly(
                        4,
                        event(
                                gate("coverage"),
                                skippedWithReason(reason -> reason.contains("4 of the suite's 8 cells"))));
        assertThat(bench.pipeline.reported).singleElement().satisfies(conclusion -> {
            assertThat(conclusion.run().complete()).isFalse();
            assertThat(conclusion.verdicts()).isEmpty();
        });
    }

    @Test
    void filtersOnTagsDecideWhatIsAsked() {
        bench.filteredBy(TagFilter.includeTags("language=da"));

        EngineExecutionResults results = bench.execute(selectClass(SoundSuites.TwoTopics.class));

        assertThat(bench.pipeline.asked).singleElement().satisfies(cells -> assertThat(cells)
                .hasSize(4)
                .allMatch(cell -> cell.language().equals("da")));
        results.testEvents()
                .assertStatistics(
                        stats -> stats.started(4).succeeded(4).skipped(4).dynamicallyRegistered(2))
                .assertThatEvents()
                .haveExactly(
                        2, event(gate("coverage"), skippedWithReason(reason -> reason.contains("4 of the suite's 8"))))
                .haveExactly(2, event(gate("coverage"), skippedWithReason(reason -> reason.startsWith("A filter"))));
    }

    @Test
    void aFilterThatLeavesNoGateInTheTreeIsSaidOfEachOfThem() {
        bench.filteredBy(TagFilter.includeTags("topic=F120 | topic=F118"));

        EngineExecutionResults results = bench.execute(selectClass(SoundSuites.TwoTopics.class));

        assertThat(bench.pipeline.asked).singleElement().satisfies(cells -> assertThat(cells)
                .hasSize(8));
        results.testEvents()
                .assertStatistics(stats -> stats.succeeded(8).skipped(4).dynamicallyRegistered(4))
                .assertThatEvents()
                .haveExactly(4, event(gate("coverage"), skippedWithReason(reason -> reason.startsWith("A filter"))));
    }

    @Test
    void aCellByItsUniqueIdIsAskedAlone() {
        bench.execute(selectUniqueId(TWO_TOPICS
                .append("topic", "F118")
                .append("model", "planted/fifty")
                .append("language", "da")));

        assertThat(bench.pipeline.asked).containsExactly(Set.of(new CellKey("F118", "planted/fifty", "da")));
        assertThat(bench.pipeline.decisions).isEqualTo(1);
    }

    @Test
    void aGateByItsUniqueIdAsksEveryCellThatItSpeaksOf() {
        EngineExecutionResults results = bench.execute(
                selectUniqueId(TWO_TOPICS.append("gates", "gates").append("gate", "coverage planted/fifty da")));

        assertThat(bench.pipeline.asked).singleElement().satisfies(cells -> assertThat(cells)
                .hasSize(8));
        results.testEvents().assertStatistics(stats -> stats.started(1).succeeded(1));
    }

    @Test
    void aRerunOfAFailedCellAndAFailedGateDecidesTheGateOnAllCells() {
        bench.pipeline.verdict = gate -> Verdict.FAIL;

        EngineExecutionResults results = bench.execute(
                selectUniqueId(TWO_TOPICS
                        .append("topic", "F118")
                        .append("model", "planted/fifty")
                        .append("language", "da")),
                selectUniqueId(TWO_TOPICS.append("gates", "gates").append("gate", "coverage planted/fifty da")));

        assertThat(bench.pipeline.asked).singleElement().satisfies(cells -> assertThat(cells)
                .hasSize(8));
        results.testEvents()
                .assertStatistics(stats -> stats.started(2).succeeded(1).failed(1));
    }

    @Test
    void aSkippedProbeIsNotAskedAndTheGatesKnow() {
        EngineExecutionResults results = bench.execute(selectClass(SoundSuites.OneSkipped.class));

        assertThat(bench.pipeline.asked).containsExactly(Set.of(new CellKey("F120", "planted/uniform", "en")));
        results.containerEvents()
                .assertThatEvents()
                .haveExactly(1, event(container(), skippedWithReason("its wordings are under review")));
        assertThat(figures(results, "[gate:")).containsEntry("topics left out", "F118 (its wordings are under review)");
    }

    @Test
    void aSkippedSuiteIsNotAsked() {
        EngineExecutionResults results =
                bench.execute(selectClass(SoundSuites.AllSkipped.class), selectClass(SoundSuites.OneCell.class));

        assertThat(bench.pipeline.asked).hasSize(1);
        results.containerEvents()
                .assertThatEvents()
                .haveExactly(1, event(container("AllSkipped"), skippedWithReason("no budget this week")));
    }

    @Test
    void aRunInWhichEverythingIsSkippedFails() {
        EngineExecutionResults results = bench.execute(selectClass(SoundSuites.AllSkipped.class));

        results.containerEvents()
                .assertThatEvents()
                .haveExactly(1, event(failedWith(JUnitException.class, "Nothing was asked", "no budget this week")));
    }
}
