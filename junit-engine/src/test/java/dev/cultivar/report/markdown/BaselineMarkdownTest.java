package dev.cultivar.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.Outcome;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Gate;
import dev.cultivar.gate.GateResult;
import dev.cultivar.gate.Gates;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.history.Difference;
import dev.cultivar.report.Baselines;
import dev.cultivar.report.Reports;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.baseline.AgainstBaseline;
import dev.cultivar.results.baseline.ChangeVerdict;
import dev.cultivar.results.baseline.ComparedRuns;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.PromptParts;
import dev.cultivar.run.response.StatementCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BaselineMarkdownTest {

    private static final GateResult GREEN = Reports.gate(Gates.alignment("local", 0.4), 0.7, 0.6, 0.8, Verdict.PASS);
    private static final GateResult RED = Reports.gate(Gates.bias("US", 0.05), 0.17, 0.07, 0.27, Verdict.FAIL);

    @Test
    void whoAnsweredThenAndNowStandsWithTheBaseline() {
        assertThat(summary(new Reports().gate(GREEN).against(Baselines.fell("m1-2.1 [x](y)"))))
                .contains("- m1: answered by m1-2.1 &#91;x&#93;(y) (asked for as m1-2) in this run; the"
                        + " baseline does not say by which model.\n")
                .containsOnlyOnce("- m1: answered by ")
                .contains("\n- Baseline of 2026-11-01 10:00 UTC: ")
                .doesNotContain("This run of ", "\n- Judge ");
    }

    @Test
    void whoAnsweredAModelThatTheBaselineDoesNotHaveStandsWithTheRun() {
        assertThat(summary(new Reports().gate(GREEN).against(Baselines.noBaselineYet(0))))
                .contains("- m1: answered by m1-2026 fp&#95;1 (asked for as m1)\n");
    }

    @Test
    void whatMovedSinceTheBaselineIsTold() {
        String hostile = "a|b\n<img src=x> @team";
        String summary = summary(new Reports().gate(RED).against(Baselines.fell(hostile)));

        assertThat(summary)
                .contains(
                        "### Against the baseline",
                        "0.900 | 0.600 | \u22120.300 | [\u22120.400, \u22120.200] | 97.5% | 0.05 | FAIL |")
                .contains(
                        "Categories and topics that drifted:",
                        "0.900 then, 0.200 now, less in favour, away from Denmark")
                .doesNotContain("<img", "@team");
    }

    @Test
    void aRunThatMissedGatesIsNotToldToBecomeABaseline() {
        assertThat(summary(new Reports().gate(RED).against(Baselines.noBaselineYet(2))))
                .doesNotContain("Against the baseline");
        assertThat(summary(new Reports().gate(GREEN).against(Baselines.noBaselineYet(0))))
                .contains("### Against the baseline", "No baseline: save this run with:");
    }

    /** 3 models in 4 languages: four gates each, of which one is on a change; statistics with many populations. */
    @Test
    void whatMovedUnderManyGatesIsNotToldTwice() {
        Reports reports = new Reports()
                .cells(new CellRecord(
                        Reports.ABORTION,
                        3,
                        Map.of(Outcome.SCORED, 3),
                        0.75,
                        StatementCounts.NONE,
                        PromptParts.NONE,
                        List.of()));
        List<AgainstBaseline.Change> changes = new ArrayList<>();
        List<AgainstBaseline.Category> categories = new ArrayList<>();
        for (String model : List.of("r1", "m1", "r3")) {
            for (String language : List.of("da", "nl", "en", "pt")) {
                Verdict verdict = model.equals("m1") ? Verdict.FAIL : Verdict.PASS;
                reports.gate(Gates.result(
                        Gates.leaf(Gates.coverage(0.8), model, language, ""),
                        1,
                        Double.NaN,
                        Double.NaN,
                        0.95,
                        Verdict.PASS));
                for (Gate gate : List.of(
                        Gates.bias("US", 0.05),
                        Gates.distinct("local", 0.3),
                        Gates.regression("baselines/v1.json", 0.05, true))) {
                    reports.gate(Gates.result(Gates.leaf(gate, model, language, "US"), 0.1, 0.06, 0.2, 0.99, verdict));
                }
                for (String population : List.of("US", "DK", "NL", "GB", "PT", "BR")) {
                    changes.add(new AgainstBaseline.Change(
                            model,
                            language,
                            "bias",
                            population,
                            0.0,
                            0.1,
                            0.1,
                            0.06,
                            0.2,
                            0.99,
                            population.equals("US") ? 0.05 : null,
                            verdict == Verdict.FAIL ? ChangeVerdict.FAIL : ChangeVerdict.PASS,
                            76));
                }
            }
        }
        for (String category : List.of("Family", "Work")) {
            categories.add(new AgainstBaseline.Category("m1", "da", category, 5, 0.6, 0.4, 0.0002, true));
            categories.add(new AgainstBaseline.Category("m1", "nl", category, 5, 0.5, 0.7, 0.0002, true));
        }
        AgainstBaseline fell = Baselines.fell("x");
        String summary = summary(reports.against(new AgainstBaseline(
                fell.suite(),
                fell.baseline(),
                null,
                fell.confidence(),
                runs(fell.runs(), "r1", "m1", "r3"),
                changes,
                fell.drifts(),
                categories)));

        assertThat(summary.lines()).hasSizeLessThanOrEqualTo(100);
        assertThat(summary)
                .contains("48 gates: 36 pass, 12 fail.")
                .contains(
                        "\n72 changes, 12 of them with a gate: what does not pass is above, all are in results.json.\n")
                .containsOnlyOnce("| change in alignment | m1 | Danish | the US | 0.100 [0.060, 0.200] |")
                .contains("\n- m1 in Danish: Family over 5 topics, 0.600 then, 0.400 now; Work over 5 topics, 0.600"
                        + " then, 0.400 now\n- m1 in Dutch: Family")
                .doesNotContain("| then | now |");
    }

    /** Of those models, which planned another number of responses and differ in nothing else. */
    private static ComparedRuns runs(ComparedRuns any, String... models) {
        return new ComparedRuns(
                any.before(),
                any.now(),
                any.judge(),
                Stream.of(models)
                        .map(model -> new ComparedRuns.Answered(
                                model,
                                "r0",
                                List.of(new BaselineRun.Backend("r0", List.of("r0-1"))),
                                List.of(new BaselineRun.Backend(model, List.of(model + "-1")))))
                        .toList(),
                List.of(new Difference.OtherResponses(304, 608)),
                List.of());
    }

    /** The whole of it, as what moved also stands above its tables. */
    private static String summary(Reports reports) {
        return SummaryMarkdown.of(ResultsFile.of(reports.build()));
    }
}
