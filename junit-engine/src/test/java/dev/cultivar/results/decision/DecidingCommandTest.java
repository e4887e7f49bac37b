package dev.cultivar.results.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.GateOutcome;
import dev.cultivar.gate.GateResult;
import dev.cultivar.gate.Gates;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.report.Reports;
import dev.cultivar.report.words.MissedGates;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.provenance.SuiteInfo;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecidingCommandTest {

    private static final GateResult OPEN = Gates.result(
            Gates.leaf(Gates.bias("US", 0.05), "m1", "da", "US"), 0.08, 0.03, 0.13, 0.95, Verdict.INCONCLUSIVE);
    private static final GateResult FAILED =
            Gates.result(Gates.leaf(Gates.bias("US", 0.05), "m2", "da", "US"), 0.17, 0.12, 0.22, 0.95, Verdict.FAIL);

    /** Coverage rests on its own model and language alone, so each of these gates has a narrow command. */
    private static GateResult unmeasured(String model, String language) {
        return Gates.result(
                Gates.leaf(Gates.coverage(0.8), model, language, "US"),
                new GateOutcome.Undecidable(new Obstacle.BudgetSpent("20 calls", 10, 40, true, "80 calls")),
                LeaveOneOut.NONE);
    }

    private static SuiteInfo suite(ResultsFile results) {
        return results.run().suites().get(0);
    }

    @Test
    void severalModelsThatWereNotMeasuredAreDecidedByOneCommand() {
        ResultsFile results = ResultsFile.of(new Reports()
                .gate(unmeasured("m1", "da"))
                .gate(unmeasured("m1", "nl"))
                .gate(unmeasured("m2", "nl"))
                .build());

        assertThat(results.gates()).extracting(GateRow::rerun).doesNotHaveDuplicates();
        assertThat(DecidingCommand.of(results, suite(results)))
                .contains(suite(results).rerun());
        List<String> said = MissedGates.text(results.run().suites(), results.gates(), true, GateRow::measures);
        assertThat(said)
                .singleElement()
                .asString()
                .contains("3 gates were not measured")
                .containsOnlyOnce("again: ");
    }

    @Test
    void aGateAloneIsDecidedByItsOwnCommand() {
        ResultsFile results =
                ResultsFile.of(new Reports().gate(unmeasured("m1", "da")).build());

        assertThat(DecidingCommand.of(results, suite(results)))
                .contains(results.gates().get(0).rerun());
    }

    @Test
    void whatIsOpenIsDecidedAlsoWhereAnotherGateFails() {
        ResultsFile results =
                ResultsFile.of(new Reports().gate(OPEN).gate(FAILED).build());
        long enough = results.gates().get(0).responsesToDecide().orElseThrow();

        assertThat(DecidingCommand.of(results, suite(results)).orElseThrow())
                .contains(" -Dcultivar.responses=" + enough + " ");
        assertThat(suite(results).rerunResponses()).isEqualTo((int) enough);
        assertThat(results.gates().get(1).rerun())
                .as("what failed gets no second chance by more responses")
                .doesNotContain("responses=" + enough);
    }

    @Test
    void whereNothingIsOpenTheCommandAsksForAsManyResponsesAsTheRunDid() {
        ResultsFile results = ResultsFile.of(new Reports().gate(FAILED).build());

        assertThat(suite(results).rerunResponses()).isNull();
    }

    @Test
    void whereAllHoldsThereIsNothingToRunAgain() {
        ResultsFile results = ResultsFile.of(new Reports().build());

        assertThat(DecidingCommand.of(results, suite(results))).isEmpty();
    }
}
