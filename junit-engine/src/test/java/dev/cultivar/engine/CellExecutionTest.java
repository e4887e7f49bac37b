package dev.cultivar.engine;

import static dev.cultivar.engine.Bench.figures;
import static dev.cultivar.engine.Expect.cell;
import static dev.cultivar.engine.Expect.failedWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.abortedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.container;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.cultivar.api.CellResult;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.api.Outcome;
import dev.cultivar.engine.execution.RunFaultException;
import dev.cultivar.engine.sound.SoundSuites;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.PromptParts;
import dev.cultivar.run.response.StatementCounts;
import dev.cultivar.survey.PopulationTable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.opentest4j.AssertionFailedError;

class CellExecutionTest {

    private final Bench bench = new Bench();

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
}
