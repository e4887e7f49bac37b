package dev.cultivar.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.Outcome;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Gate;
import dev.cultivar.gate.GateResult;
import dev.cultivar.gate.Gates;
import dev.cultivar.report.Reports;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.PromptParts;
import dev.cultivar.run.response.StatementCounts;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.TestResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AllureHistoryTest extends InAllureFolder {

    @Test
    void theHistoryOfACheckOutlivesTheRunAndItsTestCaseKnowsNoModel() throws IOException {
        write(new Reports().heldCheck(Reports.ABORTION));
        TestResult first = results().get(0);
        write(new Reports()
                .started("2026-11-25T10:00:00Z")
                .heldCheck(Reports.ABORTION)
                .heldCheck(new CellKey("F120", "m2", "da"))
                .cells(
                        new CellRecord(
                                Reports.ABORTION,
                                1,
                                Map.of(Outcome.SCORED, 1),
                                1,
                                StatementCounts.NONE,
                                PromptParts.NONE,
                                List.of()),
                        new CellRecord(
                                new CellKey("F120", "m2", "da"),
                                1,
                                Map.of(Outcome.SCORED, 1),
                                1,
                                StatementCounts.NONE,
                                PromptParts.NONE,
                                List.of())));
        TestResult again = results().get(0);
        TestResult other = results().get(1);

        assertThat(again.getHistoryId()).isEqualTo(first.getHistoryId());
        assertThat(again.getUuid()).isNotEqualTo(first.getUuid());
        assertThat(other.getTestCaseId()).isEqualTo(first.getTestCaseId());
        assertThat(other.getHistoryId()).isNotEqualTo(first.getHistoryId());
        assertThat(again.getParameters())
                .filteredOn(parameter -> !Boolean.TRUE.equals(parameter.getExcluded()))
                .extracting(Parameter::getName)
                .containsExactly("model", "language");
    }

    @Test
    void theHistoryOfAGateGoesOnWhenItsThresholdIsTightened() throws IOException {
        write(new Reports().cells().gate(Reports.gate(Gates.alignment("local", 0.4), 0.45, 0.42, 0.5, Verdict.PASS)));
        TestResult before = results().get(0);
        write(new Reports().cells().gate(Reports.gate(Gates.alignment("local", 0.5), 0.45, 0.42, 0.49, Verdict.FAIL)));
        TestResult after = results().get(0);

        assertThat(after.getHistoryId()).isEqualTo(before.getHistoryId());
        assertThat(after.getTestCaseId()).isEqualTo(before.getTestCaseId());
        assertThat(after.getName()).isEqualTo(before.getName()).isEqualTo("gate alignment, m1 in Danish, Denmark");
    }

    @Test
    void gatesOfOneKindAreToldApartByWhatTheyMeasure() throws IOException {
        write(new Reports()
                .cells()
                .gate(gate(null, null))
                .gate(gate("pearson", null))
                .gate(gate(null, "v1.json"))
                .gate(gate(null, "v2.json")));

        assertThat(results())
                .extracting(TestResult::getName)
                .containsExactly(
                        "gate alignment (pearson), m1 in Danish, Denmark",
                        "gate alignment, m1 in Danish, Denmark",
                        "gate change in alignment since v1.json, m1 in Danish, Denmark",
                        "gate change in alignment since v2.json, m1 in Danish, Denmark");
        assertThat(results()).extracting(TestResult::getHistoryId).doesNotHaveDuplicates();
        assertThat(results()).extracting(TestResult::getTestCaseId).doesNotHaveDuplicates();
    }

    private static GateResult gate(@Nullable String metric, @Nullable String baseline) {
        Gate gate = baseline == null
                ? Gates.alignment("local", 0.4, metric == null ? "spearman" : metric)
                : Gates.regression(baseline, 0.4, true);
        return Reports.gate(gate, 0.45, 0.42, 0.5, Verdict.PASS);
    }

    @Test
    void twoGatesThatDifferInNothingShownStillHaveAResultEach() throws IOException {
        write(new Reports()
                .cells()
                .gate(Reports.gate(Gates.alignment("local", 0.4), 0.45, 0.42, 0.5, Verdict.PASS))
                .gate(Reports.gate(Gates.alignment("local", 0.4), 0.35, 0.3, 0.38, Verdict.FAIL)));

        assertThat(results()).extracting(TestResult::getStatus).containsExactlyInAnyOrder(Status.PASSED, Status.FAILED);
    }
}
