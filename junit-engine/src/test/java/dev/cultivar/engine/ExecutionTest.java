package dev.cultivar.engine;

import static dev.cultivar.engine.Bench.figures;
import static dev.cultivar.engine.Expect.failedWith;
import static dev.cultivar.engine.Expect.gate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.skippedWithReason;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.api.DriftGate;
import dev.cultivar.api.Verdict;
import dev.cultivar.engine.execution.Runner;
import dev.cultivar.engine.sound.SoundSuites;
import dev.cultivar.gate.GateOutcome;
import dev.cultivar.gate.facts.Obstacle;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.opentest4j.AssertionFailedError;

class ExecutionTest {

    private final Bench bench = new Bench();

    @Test
    void asksEveryCellOnceAndDecidesEveryGateOnce() {
        EngineExecutionResults results = bench.execute(selectClass(SoundSuites.TwoTopics.class));

        results.testEvents().assertStatistics(stats -> stats.started(12).succeeded(12));
        assertThat(bench.pipeline.asked).singleElement().satisfies(cells -> assertThat(cells)
                .hasSize(8));
        assertThat(bench.pipeline.decisions).isEqualTo(1);
        assertThat(bench.pipeline.reported).singleElement().satisfies(conclusion -> assertThat(conclusion.verdicts())
                .hasSize(4));
        assertThat(bench.pipeline.events).containsExactly("closed");
    }

    @Test
    void reportsTheFiguresOfAGate() {
        Map<String, String> figures = figures(bench.execute(selectClass(SoundSuites.OneGate.class)), "[gate:");

        assertThat(figures)
                .containsEntry("verdict", "PASS")
                .containsEntry("estimate", "0.3996")
                .containsEntry("lower", "0.31")
                .containsEntry("upper", "0.48")
                .containsEntry("threshold", "0.8")
                .containsEntry("n", "300");
    }

    @Test
    void reportsWhereTheResultsAre() {
        EngineExecutionResults results = bench.execute(selectClass(SoundSuites.OneCell.class));

        assertThat(results.allEvents().fileEntryPublished().count()).isEqualTo(1);
    }

    @Test
    void aGateThatFailsSaysWhatWasExpectedAndWhatCame() {
        bench.pipeline.verdict = gate -> Verdict.FAIL;

        EngineExecutionResults results = bench.execute(selectClass(SoundSuites.OneGate.class));

        results.testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                gate("coverage planted/uniform en"),
                                failedWith(
                                        AssertionFailedError.class,
                                        "Coverage of planted/uniform in English is 0.40 [0.31, 0.48]")));
        AssertionFailedError error = (AssertionFailedError) results.testEvents().failed().stream()
                .findFirst()
                .orElseThrow()
                .getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
        assertThat(error.getExpected().getStringRepresentation()).isEqualTo(">= 0.8");
        assertThat(error.getActual().getStringRepresentation()).isEqualTo("0.3996 [0.31, 0.48]");
    }

    @Test
    void anInconclusiveGateFailsUnlessToldOtherwise() {
        bench.pipeline.verdict = gate -> Verdict.INCONCLUSIVE;

        bench.execute(selectClass(SoundSuites.OneGate.class)).testEvents().assertStatistics(stats -> stats.failed(1)
                .succeeded(1));
        bench.with("cultivar.inconclusive", "pass")
                .execute(selectClass(SoundSuites.OneGate.class))
                .testEvents()
                .assertStatistics(stats -> stats.failed(0).aborted(1).succeeded(1));
    }

    @Test
    void aGateThatPassesWithoutBeingComparedSaysSoInItsFigures() {
        bench.pipeline.outcome = new GateOutcome.NotCompared(new Obstacle.NoBaseline("v1.json", "demo.Gate"));

        EngineExecutionResults results = bench.execute(selectClass(SoundSuites.OneGate.class));

        assertThat(figures(results, "[gate:").get("not compared")).contains("there is no baseline run at v1.json");
        bench.pipeline.outcome = null;
        assertThat(figures(bench.execute(selectClass(SoundSuites.OneGate.class)), "[gate:"))
                .doesNotContainKey("not compared");
    }

    @Test
    void aSuiteWithoutGateSaysSoWhereATreeIsShownAndIsRedUnderSurefire() {
        bench.execute(selectClass(SoundSuites.OneCell.class))
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(1).skipped(1).failed(0))
                .assertThatEvents()
                .haveExactly(1, event(skippedWithReason(reason -> reason.contains("OneCell declares no gate"))));

        bench.by(Runner.SUREFIRE)
                .execute(selectClass(SoundSuites.OneCell.class))
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(1).skipped(0).failed(1))
                .assertThatEvents()
                .haveExactly(1, event(finishedWithFailure(message(text -> text.contains("OneCell declares no gate")))));
    }

    @CulturalSuite(models = "planted/uniform", languages = "da", responses = 20)
    @DriftGate(baseline = "last.json", required = false)
    static class OnlyAlarms {
        @CulturalProbe({"F118", "F119", "F120"})
        void morals() {}
    }

    /** The goals count them as no gate at all. */
    @Test
    void aSuiteWithAlarmsAloneIsRedUnderSurefireThoughAllAreSilent() {
        bench.by(Runner.SUREFIRE)
                .execute(selectClass(OnlyAlarms.class))
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(4).failed(1))
                .assertThatEvents()
                .haveExactly(
                        1, event(finishedWithFailure(message(text -> text.contains("declares no gate but alarms")))));
        bench.by(Runner.OTHER)
                .execute(selectClass(OnlyAlarms.class))
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(4).skipped(1));
    }
}
