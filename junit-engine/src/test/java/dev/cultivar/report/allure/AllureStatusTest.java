package dev.cultivar.report.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cultivar.api.Outcome;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Gates;
import dev.cultivar.report.Reports;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.settings.OnInconclusive;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.TestResult;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AllureStatusTest extends InAllureFolder {

    @Test
    void aGateThatComparedNothingIsNeitherGreenNorRed() throws IOException {
        write(new Reports()
                .cells()
                .gate(Gates.uncompared("m1"))
                .gate(Reports.gate(Gates.bias("US", 0.05), 0.01, 0, 0.02, Verdict.PASS)));

        assertThat(results())
                .filteredOn(result -> result.getName().contains("change in alignment"))
                .singleElement()
                .satisfies(gate -> {
                    assertThat(gate.getStatus()).isEqualTo(Status.SKIPPED);
                    assertThat(gate.getStatusDetails().getMessage())
                            .isEqualTo("Change in alignment: there was nothing to compare with");
                    assertThat(gate.getLabels())
                            .filteredOn(label -> label.getName().equals("suite"))
                            .extracting(Label::getValue)
                            .containsExactly("NOT COMPARED");
                });
    }

    /** A run of a part of a suite decides no gate. */
    @Test
    void whereNoGateWasDecidedWhatWasAnsweredIsShownAndNothingIsGreen() throws IOException {
        write(new Reports()
                .cells(cell("F120", Map.of(Outcome.SCORED, 3)), other("m2", "nl"))
                .heldCheck(new CellKey("F118", "m2", "nl")));

        assertThat(results())
                .extracting(TestResult::getName, TestResult::getStatus)
                .containsExactly(
                        tuple("F118, m2 in Dutch", Status.PASSED),
                        tuple("cells, m1 in Danish", Status.SKIPPED),
                        tuple("cells, m2 in Dutch", Status.SKIPPED));
        assertThat(names(results().get(1))).contains("topics of m1 in Danish.csv", "answers of m1 in Danish.txt");
    }

    @Test
    void aCheckIsAsRedAsItsLeaf() throws IOException {
        Reports reports = new Reports()
                .cells(
                        cell("c", Map.of(Outcome.SCORED, 2, Outcome.PROVIDER_ERROR, 1)),
                        cell("d", Map.of(Outcome.REFUSAL, 3)),
                        cell("e", Map.of(Outcome.PROVIDER_ERROR, 3)),
                        cell("f", Map.of(Outcome.SCORED, 2, Outcome.OVER_BUDGET, 1)),
                        cell("g", Map.of(Outcome.JUDGE_ERROR, 2, Outcome.OVER_BUDGET, 1)),
                        cell("h", Map.of(Outcome.SCORED, 3)),
                        cell("i", Map.of(Outcome.SCORED, 3)))
                .checkGivenUp(new CellKey("i", "m1", "da"))
                .failedCheck(new CellKey("h", "m1", "da"), "gap was 0.6");
        for (String topic : List.of("c", "d", "e", "f", "g")) {
            reports.heldCheck(new CellKey(topic, "m1", "da"));
        }
        write(reports.gate(Reports.gate(Gates.bias("US", 0.05), 0.01, 0, 0.02, Verdict.PASS)));

        List<TestResult> checks = results().stream()
                .filter(result -> label(result, "story").startsWith("check "))
                .toList();
        assertThat(checks)
                .extracting(TestResult::getStatus)
                .containsExactly(
                        Status.PASSED,
                        Status.FAILED,
                        Status.BROKEN,
                        Status.SKIPPED,
                        Status.BROKEN,
                        Status.FAILED,
                        Status.SKIPPED);
        assertThat(checks.get(5).getStatusDetails().getTrace()).contains("gap was 0.6");
        assertThat(checks.get(5).getDescriptionHtml()).contains("gap was 0.6");
    }

    @Test
    void redCellsWithoutACheckAreOneRedResultOfTheirModelAndLanguage() throws IOException {
        write(new Reports()
                .cells(
                        cell("c", Map.of(Outcome.SCORED, 3)),
                        cell("d", Map.of(Outcome.REFUSAL, 3)),
                        cell("e", Map.of(Outcome.PROVIDER_ERROR, 3)),
                        cell("f", Map.of(Outcome.PROVIDER_ERROR, 2, Outcome.REFUSAL, 1)),
                        cell("g", Map.of(Outcome.SCORED, 1, Outcome.PROVIDER_ERROR, 2)))
                .gate(Reports.gate(Gates.bias("US", 0.05), 0.01, 0, 0.02, Verdict.PASS)));

        TestResult cells = results().get(0);
        assertThat(results()).hasSize(2);
        assertThat(cells.getName()).isEqualTo("cells, m1 in Danish");
        assertThat(cells.getStatus()).isEqualTo(Status.BROKEN);
        assertThat(cells.getDescriptionHtml())
                .contains("Red: 3 of 5 cells.")
                .contains("<td>d</td><td>0 of 3 responses scored: REFUSAL 3</td>")
                .contains("<td>e</td>")
                .contains("<td>f</td>")
                .doesNotContain("<td>c</td>", "<td>g</td>");
    }

    /** What Allure groups by has no number, so that a category has an entry a kind of gate. */
    @Test
    void gatesOfOneKindThatMissedForOneCauseSayTheSame() throws IOException {
        write(new Reports()
                .cells()
                .gate(Reports.gate(Gates.bias("US", 0.05), 0.2, 0.1, 0.3, Verdict.FAIL))
                .gate(Reports.gate(Gates.bias("NL", 0.05), 0.3, 0.2, 0.4, Verdict.FAIL))
                .gate(Reports.gate(Gates.consistency(0.5), 0.2, 0.1, 0.3, Verdict.FAIL)));

        assertThat(results().stream()
                        .map(result -> result.getStatusDetails().getMessage())
                        .distinct())
                .containsExactlyInAnyOrder(
                        "Bias: the threshold is missed", "Self-consistency: the threshold is missed");
        assertThat(results())
                .allSatisfy(result -> assertThat(result.getStatusDetails().getTrace())
                        .contains("required at")
                        .contains("again: mvn"));
    }

    @Test
    void whatBlocksAReleaseIsListedFirst() throws IOException {
        write(new Reports()
                .cells()
                .gate(Reports.gate(Gates.alignment("local", 0.4), 0.45, 0.42, 0.5, Verdict.PASS))
                .gate(Reports.gate(Gates.bias("US", 0.05), 0.06, 0, 0.1, Verdict.INCONCLUSIVE))
                .gate(Reports.gate(Gates.consistency(0.5), 0.2, 0.1, 0.3, Verdict.FAIL)));

        assertThat(results().stream().sorted(Comparator.comparing(TestResult::getStart)))
                .extracting(result -> label(result, "suite"))
                .containsExactly("FAIL", "INCONCLUSIVE", "PASS")
                .isSorted();
    }

    @Test
    void anInconclusiveGateIsFlakyAndRedUnlessToldOtherwise() throws IOException {
        Reports reports = new Reports()
                .cells()
                .gate(Reports.gate(Gates.alignment("local", 0.4), 0.45, 0.35, 0.5, Verdict.INCONCLUSIVE))
                .gate(Reports.gate(Gates.bias("US", 0.05), 0.2, 0.1, 0.3, Verdict.FAIL));
        write(reports);

        assertThat(results())
                .extracting(TestResult::getStatus, result -> result.getStatusDetails()
                        .isFlaky())
                .containsExactly(tuple(Status.FAILED, true), tuple(Status.FAILED, false));
        assertThat(results().get(0).getStatusDetails().getExpected()).isEqualTo("\u2265 0.40");
        assertThat(results().get(0).getStatusDetails().getActual()).isEqualTo("0.450 [0.350, 0.500]");

        write(reports.inconclusive(OnInconclusive.PASS));

        assertThat(results()).extracting(TestResult::getStatus).containsExactly(Status.PASSED, Status.FAILED);
    }
}
