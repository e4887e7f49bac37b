package dev.cultivar.report.console;

import static dev.cultivar.report.console.ConsoleRuns.console;
import static dev.cultivar.report.console.ConsoleRuns.large;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.api.RegressionGate;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.GateOutcome;
import dev.cultivar.gate.GateResult;
import dev.cultivar.gate.Gates;
import dev.cultivar.gate.Regression;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.gate.facts.PlannedMargin;
import dev.cultivar.report.Estimates;
import dev.cultivar.report.Reports;
import dev.cultivar.report.words.Caveats;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.SuiteReport;
import dev.cultivar.results.provenance.LeftOut;
import dev.cultivar.run.response.Canary;
import dev.cultivar.settings.AnswersShown;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConsoleVerdictsTest {

    @Test
    void theCommandAfterOpenGatesHasTheResponsesThatDecideTheHungriestAlsoWhereAnotherFails() {
        GateResult open = Reports.gate(Gates.alignment("local", 0.4), 0.45, 0.39, 0.51, Verdict.INCONCLUSIVE);
        GateResult wider = Reports.gate(Gates.alignment("local", 0.4), 0.45, 0.35, 0.55, Verdict.INCONCLUSIVE);

        assertThat(console(new Reports().gate(open).gate(wider)))
                .contains(" -Dcultivar.responses=2970 -Dcultivar.seed=1")
                .doesNotContain(" -Dcultivar.responses=1069");
        assertThat(console(new Reports()
                        .gate(open)
                        .gate(Reports.gate(Gates.bias("US", 0.05), 0.17, 0.07, 0.27, Verdict.FAIL))))
                .contains(
                        "  With up to 1069 responses per model and language, which should decide what is open:\n  again: ")
                .containsOnlyOnce("again: ")
                .contains(" -Dcultivar.responses=1069 -Dcultivar.seed=1");
        // The run of the baseline would need as many.
        assertThat(console(new Reports()
                        .gate(Reports.gate(
                                Gates.regression("v1.json", 0.05, true), -0.06, -0.1, -0.02, Verdict.INCONCLUSIVE))))
                .contains(" -Dcultivar.responses=6 -Dcultivar.seed=1");
    }

    @Test
    void theClosingWordsAreThoseOfTheOtherReports() {
        String text = console(new Reports());
        List<String> words = Caveats.always(ResultsFile.of(new Reports().build()));

        assertThat(text.replace('\n', ' ')).contains(String.join(" ", words)).contains("answers in responses.jsonl.");
        assertThat(text.substring(text.indexOf("A score says")).lines().limit(8))
                .allMatch(line -> line.length() <= 104);
        assertThat(console(new Reports().answers(AnswersShown.NONE)).replace('\n', ' '))
                .contains("answers in the store.");
    }

    /** 3 models in 4 languages on 76 topics, as many populations as English has, and 48 gates of which none holds. */
    @Test
    void aReleaseRunIsReadOnFewLines() {
        SuiteReport report = large(3, Verdict.FAIL);
        String brief = ConsoleReport.of(ResultsFile.of(report), false);
        String all = ConsoleReport.of(ResultsFile.of(report), true);

        assertThat(report.gates()).hasSize(48);
        assertThat(brief.lines()).hasSizeLessThan(110);
        assertThat(brief.lines().skip(brief.lines().count() - 4).map(line -> line.replaceFirst(": .*", "")))
                .containsExactly("model-0", "model-1", "model-2", "  again");
        assertThat(brief)
                .contains("Gates: 48 fail.", "24 more that do not pass are in summary.md and report.html.")
                .containsPattern("model-0 +Danish +0\\.300 FAIL +0\\.500 +0\\.300 FAIL");
        assertThat(all.lines()).hasSizeGreaterThan(280);
        assertThat(all).doesNotContain("Not shown", "more that do not hold");
        for (String model : List.of("model-0", "model-1", "model-2")) {
            for (String language : List.of("Danish", "Dutch", "English", "Portuguese")) {
                assertThat(brief).containsPattern("(?m)^" + model + " +" + language + " +0\\.\\d+ FAIL");
                assertThat(all).containsPattern("(?m)^FAIL +coverage +" + model + " +" + language + " ");
            }
        }
    }

    /** Who reads the end of a log has all of it; what was measured on the way stands above. */
    @Test
    void verdictsModelsAndTheCommandStandTogetherAtTheEnd() {
        String text = console(new Reports()
                .estimate(Reports.alignment("DK", 0.45, 0.4, 0.5))
                .gate(Reports.gate(Gates.bias("US", 0.05), 0.2, 0.1, 0.3, Verdict.FAIL))
                .failedCheck(Reports.ABORTION, "the gap is 0.6"));

        assertThat(text.substring(text.indexOf("Cultivar: ")).lines().filter(line -> !line.isEmpty()))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("Cultivar: FAIL"),
                        line -> assertThat(line).startsWith("Verdicts: "),
                        line -> assertThat(line).startsWith("Verdict "),
                        line -> assertThat(line).startsWith("FAIL "),
                        line -> assertThat(line).isEqualTo("Gates: 1 fail."),
                        line -> assertThat(line).isEqualTo("  FAIL: check of F120, m1 in Danish"),
                        line -> assertThat(line).startsWith("m1: hold back: "),
                        line -> assertThat(line).startsWith("  again: mvn "));
    }

    @Test
    void whatWasNotMeasuredIsToldFromWhatWasNotComparedWhereBothAreCounted() {
        GateResult unmeasured = Gates.result(
                Gates.leaf(Gates.bias("US", 0.05), "m1", "da", "US"),
                new GateOutcome.Undecidable(new Obstacle.Errors(30, 2, 64)),
                LeaveOneOut.NONE);
        String told = "Not measured is red";

        assertThat(console(new Reports().gate(unmeasured).gate(Gates.uncompared("m1"))))
                .containsOnlyOnce(
                        "Gates: 1 not measured, 1 not compared.\n  Not measured is red: what the gate needs is missing. Not"
                                + " compared is green: there is no usable baseline, and none is required.\n");
        assertThat(console(new Reports().gate(unmeasured))).doesNotContain(told);
        assertThat(console(new Reports().gate(Gates.uncompared("m1")))).doesNotContain(told);
    }

    @Test
    void aMarginThatNobodySetSaysWhoseItIs() {
        Regression unset = (Regression) Gates.regression("v1.json", RegressionGate.Statistic.BIAS, null, false);
        Regression planned = unset.with(new PlannedMargin(0.02, 1, 0.061, 0.8, null));

        assertThat(console(new Reports().gate(Reports.gate(unset, 0.01, -0.03, 0.05, Verdict.PASS))))
                .containsPattern("(?m)^PASS .* margin up to 0\\.10 \\(default\\)$");
        assertThat(console(new Reports().gate(Reports.gate(planned, 0.01, -0.03, 0.05, Verdict.PASS))))
                .containsPattern("(?m)^PASS .* margin 0\\.061 \\(planned\\)$");
        assertThat(console(new Reports()
                        .gate(Reports.gate(Gates.regression("v1.json", 0.05, true), 0.01, -0.03, 0.05, Verdict.PASS))))
                .containsPattern("(?m)^PASS .* margin 0\\.05$");
    }

    @Test
    void aCanaryThatCouldHardlyNoticeAnotherModelIsOneLine() {
        SortedMap<String, Integer> eight = new TreeMap<>(Map.of("da", 8));
        List<Canary.Pair> same = Collections.nCopies(8, new Canary.Pair("F120", "da", 0, 0.5, 0.5, 0.5));
        Canary weak = new Canary(false, eight, eight, List.of("m1"), List.of("m1"), false, same);
        Canary printed = new Canary(false, eight, eight, List.of("m1@fp_1"), List.of("m1@fp_1"), true, same);
        Canary silent = new Canary(false, eight, new TreeMap<>(), List.of("m1"), List.of(), false, List.of());

        assertThat(console(new Reports().canary("m1", weak).canary("judge (judge)", weak)))
                .containsOnlyOnce(
                        "\nWEAK CANARY: No fingerprint says who answers as judge (judge) and m1, so another model under"
                                + " that name would hardly be noticed; -Dcultivar.mode=refresh asks everything again.\n");
        assertThat(console(new Reports().canary("m1", printed).canary("m2", silent)))
                .doesNotContain("WEAK CANARY");
    }

    /** A hundred models more are no more lines, and those whose gates fail come first. */
    @Test
    void aTableThatIsFoldedShowsTheWorstAndCountsTheRest() {
        List<GateResult> gates = new ArrayList<>(large(20, Verdict.PASS).gates());
        gates.set(319, Gates.result(gates.get(319).leaf(), 0.1, 0.05, 0.2, 0.95, Verdict.FAIL));
        SuiteReport report = large(20, Verdict.PASS);
        String brief = ConsoleReport.of(
                ResultsFile.of(new SuiteReport(
                        report.run(),
                        report.estimates(),
                        gates,
                        report.checks(),
                        report.environment(),
                        List.of(),
                        LeftOut.NONE,
                        null)),
                false);

        assertThat(brief.lines()).hasSizeLessThan(140);
        assertThat(brief)
                .contains("Gates: 319 pass, 1 fail.")
                .contains("40 other lines with no worse verdict.", "319 gates that pass. They are in results.json")
                .containsPattern("ok, \\? and FAIL[^\n]*\n\\(model\\)[^\n]*\nmodel-19 +Portuguese .* FAIL");
    }

    /** What a gate decided on and not what came later, so that no verdict is contradicted by the score beside it. */
    @Test
    void theScoreBesideAVerdictIsTheOneThatWasDecidedOn() {
        Reports reports = new Reports()
                .estimate(Reports.alignment("DK", 0.45, 0.4, 0.6))
                .gate(Reports.gate(Gates.alignment("local", 0.4), 0.39996, 0.3, 0.5, Verdict.INCONCLUSIVE));
        for (int i = 0; i < 25; i++) {
            reports.estimate(Estimates.of(Statistic.ALIGNMENT, "other-" + i, "da", "DK", 0.2));
        }

        assertThat(console(reports)).containsPattern("(?m)^m1 +Danish +0\\.39996 \\?$");
    }

    @Test
    void aGateOnOtherPeopleStandsInAColumnOfItsOwn() {
        Reports reports = new Reports()
                .estimate(Reports.alignment("DK", 0.45, 0.4, 0.6))
                .gate(Reports.gate(Gates.alignment("local", 0.4), 0.45, 0.41, 0.5, Verdict.PASS))
                .gate(Gates.result(
                        Gates.leaf(Gates.alignment("US", 0.4), "m1", "da", "US"), 0.1, 0.05, 0.2, 0.95, Verdict.FAIL));
        for (int i = 0; i < 25; i++) {
            reports.estimate(Estimates.of(Statistic.ALIGNMENT, "other-" + i, "da", "DK", 0.2));
        }

        assertThat(console(reports))
                .containsPattern("\\(model\\) +\\(language\\) +alignment +alignment the US\n")
                .containsPattern("(?m)^m1 +Danish +0\\.450 ok +0\\.100 FAIL$");
    }

    @Test
    void aRunOfSelectedCellsSaysSo() {
        assertThat(console(new Reports().incomplete()))
                .contains("NOT COMPLETE")
                .contains("No gate was decided")
                .doesNotContain("declared");
        assertThat(console(new Reports())).doesNotContain("NOT COMPLETE");
    }
}
