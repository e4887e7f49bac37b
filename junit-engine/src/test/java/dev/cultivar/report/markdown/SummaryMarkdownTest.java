package dev.cultivar.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.api.Outcome;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Gate;
import dev.cultivar.gate.GateOutcome;
import dev.cultivar.gate.GateResult;
import dev.cultivar.gate.Gates;
import dev.cultivar.gate.facts.Losses;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.report.Baselines;
import dev.cultivar.report.Reports;
import dev.cultivar.report.RunReports;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.PromptParts;
import dev.cultivar.run.response.StatementCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryMarkdownTest {

    private static final GateResult GREEN = Reports.gate(Gates.alignment("local", 0.4), 0.7, 0.6, 0.8, Verdict.PASS);
    private static final GateResult RED = Reports.gate(Gates.bias("US", 0.05), 0.17, 0.07, 0.27, Verdict.FAIL);

    @TempDir
    private Path output;

    @Test
    void theVerdictComesFirst() throws IOException {
        assertThat(summary(Reports.scored().gate(GREEN))).startsWith("## Cultivar: PASS\n");
        assertThat(summary(Reports.scored().gate(GREEN).gate(RED))).startsWith("## Cultivar: FAIL\n");
        assertThat(summary(Reports.scored()
                        .gate(Reports.gate(Gates.alignment("local", 0.4), 0.5, 0.3, 0.6, Verdict.INCONCLUSIVE))))
                .startsWith("## Cultivar: INCONCLUSIVE\n");
    }

    @Test
    void neitherAPartNorASuiteWithoutGatesNorAFailedCheckReadsAsAPass() throws IOException {
        assertThat(summary(Reports.scored().gate(GREEN).incomplete()))
                .startsWith("## Cultivar: NOT DECIDED: only part");
        assertThat(summary(Reports.scored())).startsWith("## Cultivar: NOT DECIDED: no gate");
        assertThat(summary(Reports.scored().gate(GREEN).failedCheck(Reports.ABORTION, "too low")))
                .startsWith("## Cultivar: FAIL\n");
    }

    @Test
    void aGateThatComparedNothingHasAMarkOfItsOwn() throws IOException {
        GateResult uncompared = Gates.uncompared("m1");

        assertThat(summary(Reports.scored().gate(GREEN).gate(uncompared)))
                .contains("\u25cb Danish |")
                .contains("\u2713 Danish |")
                .contains("\u2013 was not measured (red), ?")
                .contains("\u25cb was not compared (green: there is no usable baseline, and none is required).\n")
                .contains("| NOT COMPARED |")
                .contains("| PASS |");
        assertThat(summary(Reports.scored().gate(GREEN))).doesNotContain("\u25cb");
        assertThat(summary(Reports.scored().gate(uncompared)))
                .startsWith("## Cultivar: NOT COMPARED: no gate had a usable baseline\n")
                .contains("1 gate: 1 not compared. Cells: ");
    }

    @Test
    void aCellWithoutAScoreIsNotPassedOver() throws IOException {
        assertThat(summary(new Reports().gate(GREEN)))
                .startsWith("## Cultivar: FAIL\n")
                .contains("Cells: 2, without any score: 1");
    }

    @Test
    void aReleaseCanBeFiledWithIt() throws IOException {
        String summary = summary(Reports.scored().gate(GREEN));

        assertThat(summary)
                .contains(
                        "The run: 2026-11-24 10:00 UTC; Cultivar 0.1.0; commit 0123456789abcdef0123456789abcdef01234567"
                                + " on refs/heads/main; seed 1, judge judge (not calibrated, reliability 0.955).\n"
                                + "- m1: answered by m1-2026 fp&#95;1 (asked for as m1)\n");
    }

    @Test
    void aSpentBudgetIsToldApartFromAModelThatFails() throws IOException {
        Reports reports = Reports.scored().against(Baselines.fell("Abortion"));
        for (int i = 0; i < 48; i++) {
            reports.gate(unmeasured(Gates.bias("US", 0.05), "m" + i % 3, "l" + i / 3));
        }

        String summary = summary(reports);

        assertThat(summary)
                .startsWith(
                        "## Cultivar: NOT MEASURED: the budget was spent\n\n48 gates were not measured: the budget of"
                                + " 20 calls was spent after 10 of at most 40 responses; ")
                .contains("- **m0: not decided**: not measured (the budget was spent): bias towards the US in ")
                .contains("48 gates: 48 not measured. Cells: ")
                .contains("| m0 | **\u2013 l0, ", "\u2013 was not measured")
                .doesNotContain("**FAIL**", "\u2715 l0", "What did not pass", "| bias |");
        assertThat(summary.split("was spent after", -1)).as("said once").hasSize(2);
        assertThat(summary.lines()).hasSizeLessThan(80);
    }

    @Test
    void whatAnEndpointLostIsToldOnceAModel() throws IOException {
        Reports reports = Reports.scored();
        for (String language : List.of("da", "nl")) {
            for (Gate gate : List.of(Gates.bias("US", 0.05), Gates.consistency(0.2))) {
                reports.gate(Gates.result(
                        Gates.leaf(gate, "m1", language, "US"),
                        new GateOutcome.Undecidable(new Obstacle.Errors(30, 2, 64)),
                        LeaveOneOut.NONE));
            }
        }

        assertThat(summary(reports))
                .startsWith(
                        "## Cultivar: NOT MEASURED: responses were lost to errors of the endpoint\n\nm1: 4 gates were not"
                                + " measured: of 128 planned responses the run lost 60 to errors of the endpoint and 4 to errors of the judge; ")
                .contains(". Bias towards the US and self-consistency in Danish and Dutch.\n");
    }

    @Test
    void aModelThatFailsIsNotHiddenByABudgetThatWasSpent() throws IOException {
        assertThat(summary(Reports.scored().gate(RED).gate(unmeasured(Gates.bias("US", 0.05), "m1", "nl"))))
                .startsWith("## Cultivar: FAIL, and 1 gate not measured\n")
                .contains(
                        "- **m1: hold back**: is biased towards the US in Danish. **To do:** do not ship it; read the answers"
                                + " behind its failures.\n")
                .contains("| m1 | **\u2715 Danish**; **\u2013 Dutch** |");
    }

    @Test
    void aRunThatBrokeOffSaysSoFirst() throws IOException {
        assertThat(summary(Reports.scored().brokeOff("Endpoint lab: cannot be reached.")))
                .startsWith("## Cultivar: NOT MEASURED: the run did not finish\n\nThe run broke off when 1 of 2"
                        + " cells were done, and no gate was decided: Endpoint lab: cannot be reached. Answers are kept:"
                        + " run it again to continue.\n")
                .contains("- **m1: not decided**: ", "the run did not finish", "\nAgain:\n");
    }

    /** The same run would break off at the same answer for ever. */
    @Test
    void aReplayThatLacksAnswersIsNotToldToRunAgain() throws IOException {
        assertThat(summary(Reports.scored().replayed().brokeOff("Model lab: the store lacks its answer.")))
                .contains("A replay makes no calls: ask for what it lacks with -Dcultivar.mode=live, and export again.")
                .doesNotContain("run it again");
    }

    private static GateResult unmeasured(Gate gate, String model, String language) {
        return Gates.result(
                Gates.leaf(gate, model, language, "US"),
                new GateOutcome.Undecidable(new Obstacle.BudgetSpent("20 calls", 10, 40, true, "80 calls")),
                LeaveOneOut.NONE);
    }

    @Test
    void cellsThatAreRedAlikeAreOneLine() throws IOException {
        CellRecord[] cells = new CellRecord[20];
        Reports reports = new Reports().gate(GREEN);
        for (int i = 0; i < 20; i++) {
            cells[i] = new CellRecord(
                    new CellKey("T" + i, "m1", "da"),
                    3,
                    i < 7 ? Map.of(Outcome.NO_STANCE, 3) : Map.of(Outcome.SCORED, 3),
                    i < 7 ? Double.NaN : 0.5,
                    StatementCounts.NONE,
                    PromptParts.NONE,
                    List.of());
            if (i >= 7) {
                reports.failedCheck(cells[i].key(), "expected another");
            }
        }

        assertThat(summary(reports.cells(cells)))
                .contains("### Cells without a score\n\n- 7 of 20 cells of m1 in Danish have no scored response"
                        + " (21 NO&#95;STANCE): T0, T1, T2, T3, T4 and 2 more\n")
                .contains("### Failed checks\n\n- the suite's check failed in 13 of 20 cells of m1 in Danish: T7, T8,"
                        + " T9, T10, T11 and 8 more\n");
    }

    @Test
    void modelsComeBeforeEverythingElse() throws IOException {
        assertThat(summary(Reports.scored().gate(GREEN).gate(RED))
                        .lines()
                        .skip(2)
                        .findFirst())
                .contains(
                        "- **m1: hold back**: is biased towards the US in Danish. **To do:** do not ship it; read the answers"
                                + " behind its failures.");
        assertThat(summary(Reports.scored().gate(GREEN)).lines().skip(2).findFirst())
                .contains("- **m1: release**: its gate passes");
    }

    @Test
    void aModelThatIsNotReleasedIsToldWhatToDoAndNeverToMoveAThreshold() throws IOException {
        GateResult open = Gates.result(
                Gates.leaf(Gates.bias("US", 0.05), "m1", "da", "US"), 0.08, 0.03, 0.13, 0.95, Verdict.INCONCLUSIVE);

        assertThat(todo(Reports.scored().gate(open)))
                .isEqualTo("measure more with the command under Again, or hold it back.");
        assertThat(todo(Reports.scored().replayed().gate(open)))
                .as("a replay's command asks for no more")
                .containsPattern("^measure more \\(cultivar.responses=\\d+, asked live, and within the budget\\), or"
                        + " hold it back\\.$");
        assertThat(todo(Reports.scored().gate(unmeasured(Gates.bias("US", 0.05), "m1", "nl"))))
                .isEqualTo("do not ship it yet; measure with the command under Again.");
        assertThat(todo(Reports.scored().gate(lost(Gates.coverage(0.9), "away"))))
                .as("the same command would get the same answer")
                .isEqualTo("do not ship it yet; do what the error above says, then measure with the command under"
                        + " Again.");
        assertThat(todo(Reports.scored().brokeOff("away"))).isEqualTo("do not ship it yet; run the whole suite.");
        assertThat(todo(Reports.scored().gate(Gates.uncompared("m1"))))
                .startsWith("do not ship it on this run, which required nothing of it;");
        assertThat(summary(Reports.scored().gate(GREEN))).doesNotContain("To do");
    }

    @Test
    void whatAnEndpointSaysIsCutBeforeWhatToDo() throws IOException {
        String said = "Endpoint lab: answers HTTP 404 to model lab-7b at http://lab.example.org/v1: "
                + "no such model ".repeat(20)
                + "; check its base-url and the model's name in cultivar.yaml; 20 requests in"
                + " a row got this answer, and no more are sent";

        assertThat(summary(Reports.scored()
                                .gate(lost(Gates.coverage(0.9), said))
                                .gate(lost(Gates.coverage(0.8), said)))
                        .lines()
                        .filter(line -> line.startsWith("m1: 2 gates were not measured")))
                .singleElement()
                .asString()
                .contains(
                        "most often: Endpoint lab: answers HTTP 404 to model lab-7b",
                        "check its base-url and the model's name in cultivar.yaml; 20 requests in a row got this answer,"
                                + " and no more are sent)");
    }

    private static GateResult lost(Gate gate, String said) {
        return new GateResult(
                Gates.leaf(gate, "m1", "nl", "US"),
                new GateOutcome.Exact(0, Verdict.FAIL),
                0,
                0,
                List.of(),
                null,
                new Losses(0, 40, List.of(new Losses.Loss(Outcome.PROVIDER_ERROR, 40, 0, 0, said))),
                LeaveOneOut.NONE);
    }

    private String todo(Reports reports) throws IOException {
        return summary(reports)
                .lines()
                .filter(line -> line.startsWith("- **m1: "))
                .map(line -> line.substring(line.indexOf("**To do:** ") + 11))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatFailedComesWithTheCommandThatRunsItAgain() throws IOException {
        assertThat(summary(new Reports().gate(RED)))
                .contains("- Bias of m1 in Danish towards Denmark is 0.17")
                .containsPattern("\n {4}mvn test-compile cultivar:check -Dcultivar.suites=\\S+ .*-Dcultivar.seed=1\n");
    }

    @Test
    void caveatsOfThisRunAndOfEveryRunAreSaid() throws IOException {
        assertThat(summary(new Reports().gate(GREEN)))
                .contains("The judge was not calibrated")
                .contains("UNREVIEWED: No native reader has approved the prompts in Danish")
                .contains("proves nothing");
    }

    @Test
    void textFromOutsideCanNeitherEndARowNorBecomeMarkup() throws IOException {
        String hostile = "x | y\n## PASS <img src=x onerror=alert(1)> [go](http://evil.example) `a` @team\u001B[31m";
        String summary = summary(new Reports().gate(GREEN).failedCheck(new CellKey("F120", hostile, "da"), hostile));

        assertThat(summary).doesNotContain("<img", "](http", "`a`", "@team", "\u001B", "\n## PASS", "x | y");
        assertThat(summary.lines().filter(line -> line.startsWith("## "))).hasSize(1);
        assertThat(summary.lines().filter(line -> line.contains("onerror")))
                .hasSize(3)
                .allMatch(line -> line.contains("&#60;img src=x onerror=alert(1)&#62;"));
    }

    @Test
    void suitesOfOneModuleShareOneSummaryAndClearingRemovesIt() throws IOException {
        RunReports reports = new RunReports(output, Optional.empty());
        new Reports().suite("org.example.A").gate(RED).write(reports);
        new Reports().suite("org.example.B").gate(GREEN).write(reports);

        assertThat(Files.readString(output.resolve("summary.md"))).contains("2 gates: 1 pass, 1 fail");
        assertThat(summary(new Reports().gate(GREEN))).contains("\n1 gate: 1 pass. Cells: ");
        reports.clear();
        assertThat(output.resolve("summary.md")).doesNotExist();
    }

    @Test
    void whatHoldsOfSeveralSuitesIsSaidOnceAndNamesThem() throws IOException {
        RunReports reports = new RunReports(output, Optional.empty());
        new Reports().suite("org.example.A").gate(RED).write(reports);
        new Reports().suite("org.example.B").seedOfThisRunAlone().gate(GREEN).write(reports);
        new Reports().suite("org.example.C").seedOfThisRunAlone().gate(GREEN).write(reports);

        assertThat(Files.readString(output.resolve("summary.md")).lines())
                .filteredOn(line -> line.contains("was not calibrated") || line.contains("seed was set"))
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("no interval covers it. (all 3 suites)"),
                        line -> assertThat(line)
                                .endsWith("that run counts as much as this one. (org.example.B, org.example.C)"));
    }

    private String summary(Reports reports) throws IOException {
        RunReports files = new RunReports(output, Optional.empty());
        files.clear();
        reports.output(output).write(files);
        return Files.readString(output.resolve("summary.md"));
    }
}
