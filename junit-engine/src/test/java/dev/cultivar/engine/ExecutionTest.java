package dev.cultivar.engine;

import static dev.cultivar.engine.Expect.cell;
import static dev.cultivar.engine.Expect.failedWith;
import static dev.cultivar.engine.Expect.gate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.testkit.engine.EventConditions.abortedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.container;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.skippedWithReason;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.cultivar.api.CellResult;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.api.DriftGate;
import dev.cultivar.api.Outcome;
import dev.cultivar.api.Verdict;
import dev.cultivar.engine.execution.RunFaultException;
import dev.cultivar.engine.execution.Runner;
import dev.cultivar.engine.sound.SoundSuites;
import dev.cultivar.gate.GateOutcome;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.PromptParts;
import dev.cultivar.run.response.StatementCounts;
import dev.cultivar.survey.PopulationTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.opentest4j.AssertionFailedError;

class ExecutionTest {

    private static final UniqueId TWO_TOPICS = UniqueId.forEngine("cultivar")
            .append("group", SoundSuites.class.getName())
            .append("suite", SoundSuites.TwoTopics.class.getName());

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
    void callsTheMethodOnceACellWithItsResult() {
        SoundSuites.TwoTopics.CALLS.clear();

        bench.execute(selectClass(SoundSuites.TwoTopics.class));

        assertThat(SoundSuites.TwoTopics.CALLS)
                .containsExactly(
                        "abortion",
                        "abortion",
                        "abortion",
                        "abortion",
                        "homosexuality planted/uniform da 8",
                        "homosexuality planted/uniform en 8",
                        "homosexuality planted/fifty da 8",
                        "homosexuality planted/fifty en 8");
    }

    @Test
    void reportsTheFiguresOfACell() {
        Map<String, String> figures = figures(bench.execute(selectClass(SoundSuites.OneCell.class)), "[language:en]");

        assertThat(figures)
                .containsEntry("topic", "F120")
                .containsEntry("planned", "10")
                .containsEntry("n", "8")
                .containsEntry("outcomes", "SCORED 8, REFUSAL 2")
                .containsEntry("polarity", "0.25")
                .containsKey("gap");
    }

    @CulturalSuite(
            models = "planted/uniform",
            languages = {"da", "de", "ja", "sw"},
            responses = 10)
    static class OwnPeople {
        @CulturalProbe("F120")
        void abortion(CellResult cell) {
            throw new AssertionError("gap " + cell.gap());
        }
    }

    /** Of German and Japanese the survey has countries alone, of Swahili not even these. */
    @Test
    void theGapIsToTheSpeakersOfTheLanguageOrElseToItsCountries() {
        EngineExecutionResults results = bench.execute(selectClass(OwnPeople.class));

        Map.of("da", List.of("da"), "de", List.of("AT", "DE"), "ja", List.of("JP"))
                .forEach((language, people) -> results.testEvents()
                        .assertThatEvents()
                        .haveExactly(
                                1,
                                event(
                                        cell("F120", "planted/uniform", language),
                                        failedWith(AssertionError.class, "gap " + gap(people)))));
        results.testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                cell("F120", "planted/uniform", "sw"),
                                failedWith(
                                        IllegalStateException.class,
                                        "the survey has no figure for population 'sw' on topic F120; call"
                                                + " gap(population) with one of AR, AT, AU,")));
    }

    private static double gap(List<String> people) {
        PopulationTable table = PopulationTable.builtIn();
        return Math.abs(0.25
                - people.stream()
                        .mapToDouble(name -> table.polarity(name, "F120").orElseThrow())
                        .average()
                        .orElseThrow());
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
    void aCellWithNothingScoredFailsWithOneLineThatSaysWhy() {
        bench.pipeline.answer = cell -> CompletableFuture.completedFuture(FakePipeline.scored(cell, 0, 10));

        bench.execute(selectClass(SoundSuites.OneCell.class))
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                cell("F120", "planted/uniform", "en"),
                                failedWith(
                                        AssertionFailedError.class,
                                        "None of the 10 responses of planted/uniform on F120 in English",
                                        "REFUSAL 10")));
    }

    @Test
    void providerErrorsAreNamed() {
        bench.pipeline.complaints.add("endpoint openai answered 429");
        bench.pipeline.answer = cell -> CompletableFuture.completedFuture(new CellRecord(
                cell,
                10,
                Map.of(Outcome.PROVIDER_ERROR, 10),
                Double.NaN,
                StatementCounts.NONE,
                PromptParts.NONE,
                List.of()));

        bench.execute(selectClass(SoundSuites.OneCell.class))
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(failedWith(
                                RunFaultException.class, "PROVIDER_ERROR 10", "endpoint openai answered 429")));
    }

    @Test
    void aFewUnscoredResponsesDoNotFailACell() {
        bench.pipeline.answer = cell -> CompletableFuture.completedFuture(FakePipeline.scored(cell, 1, 9));

        bench.execute(selectClass(SoundSuites.OneCell.class)).testEvents().assertStatistics(stats -> stats.succeeded(1)
                .failed(0));
    }

    @Test
    void theUsersOwnAssertionFailsTheCellAndReachesTheReports() {
        EngineExecutionResults results = bench.execute(selectClass(SoundSuites.OwnCheck.class));

        results.testEvents().assertThatEvents().haveExactly(1, event(failedWith(AssertionError.class, "own bound")));
        assertThat(bench.pipeline.checks.failed()).singleElement().satisfies(check -> assertThat(check.message())
                .contains("own bound"));
    }

    @Test
    void theUsersMethodMayGiveUp() {
        bench.execute(selectClass(SoundSuites.GivesUp.class))
                .testEvents()
                .assertThatEvents()
                .haveExactly(1, event(abortedWithReason(message("not today"))));
        assertThat(bench.pipeline.checks.failed()).isEmpty();
        assertThat(bench.pipeline.checks.givenUp()).isNotEmpty();
    }

    /** A method without a parameter looks at no cell, and that nothing was found wrong by it says nothing. */
    @Test
    void aCellIsCheckedWhereTheMethodTakesItAndReached() {
        bench.execute(selectClass(SoundSuites.Looking.class));
        assertThat(bench.pipeline.checks.held()).extracting(CellKey::topic).containsExactly("F118");
        assertThat(bench.pipeline.checks.notReached()).isEmpty();

        bench.pipeline.answer = cell -> CompletableFuture.completedFuture(FakePipeline.scored(cell, 0, 10));
        bench.execute(selectClass(SoundSuites.Looking.class));
        assertThat(bench.pipeline.checks.held()).isEmpty();
        assertThat(bench.pipeline.checks.notReached())
                .extracting(CellKey::topic)
                .containsExactly("F118");
    }

    @Test
    void aSuiteOfWhichEveryCellWasGivenUpFails() {
        bench.execute(selectClass(SoundSuites.GivesUp.class))
                .containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                container("GivesUp"),
                                failedWith(JUnitException.class, "Nothing was tested", "all 1 cells")));
        assertThat(bench.pipeline.events).containsExactly("closed");
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

    @Test
    void aRunThatCannotBeginFailsEveryLeafByItsName() {
        bench.pipeline.onStart = () -> {
            throw new IllegalStateException("no port is free");
        };

        bench.execute(selectClass(SoundSuites.OneGate.class))
                .testEvents()
                .assertThatEvents()
                .haveExactly(2, event(failedWith(RunFaultException.class, "could not begin: no port is free")));
    }

    @Test
    void aCellThatBreaksOffFailsAndSoDoTheGates() {
        bench.pipeline.answer = cell -> CompletableFuture.failedFuture(new IllegalStateException("store is full"));

        bench.execute(selectClass(SoundSuites.OneGate.class))
                .testEvents()
                .assertThatEvents()
                .haveExactly(2, event(failedWith(RunFaultException.class, "store is full")));
    }

    @Test
    void reportsThatCannotBeWrittenFailTheSuite() {
        bench.pipeline.onReport = () -> {
            throw new IllegalStateException("disk full");
        };

        bench.execute(selectClass(SoundSuites.OneCell.class))
                .containerEvents()
                .assertThatEvents()
                .haveExactly(1, event(container("OneCell"), failedWith(IllegalStateException.class, "disk full")));
        assertThat(bench.pipeline.events).containsExactly("closed");
    }

    @Test
    void anInterruptCancelsCallsInFlightAndEndsRed() {
        bench.pipeline.answer = cell -> new CompletableFuture<>();
        Thread.currentThread().interrupt();

        EngineExecutionResults results = bench.execute(selectClass(SoundSuites.TwoTopics.class));

        assertThat(bench.pipeline.events).startsWith("cancelled").endsWith("closed");
        assertThat(bench.pipeline.reported).singleElement().satisfies(known -> {
            assertThat(known.run().complete()).isFalse();
            assertThat(known.verdicts()).isEmpty();
        });
        results.testEvents().assertStatistics(stats -> stats.started(12).failed(12));
    }

    @Test
    void afterAnInterruptLaterSuitesAreNotAsked() {
        bench.pipeline.answer = cell -> new CompletableFuture<>();
        Thread.currentThread().interrupt();

        bench.execute(selectClass(SoundSuites.OneCell.class), selectClass(SoundSuites.OneGate.class));

        assertThat(bench.pipeline.asked).hasSize(1);
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

    private static Map<String, String> figures(EngineExecutionResults results, String part) {
        return results.allEvents().reportingEntryPublished().stream()
                .filter(event ->
                        event.getTestDescriptor().getUniqueId().toString().contains(part))
                .findFirst()
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .orElseThrow();
    }
}
