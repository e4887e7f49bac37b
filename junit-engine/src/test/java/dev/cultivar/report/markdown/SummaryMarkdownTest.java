package dev.cultivar.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.Outcome;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.GateResult;
import dev.cultivar.gate.Gates;
import dev.cultivar.report.Reports;
import dev.cultivar.report.RunReports;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.response.CellRecord;
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
        assertThat(summary(scored().gate(GREEN))).startsWith("## Cultivar: PASS\n");
        assertThat(summary(scored().gate(GREEN).gate(RED))).startsWith("## Cultivar: FAIL\n");
        assertThat(summary(scored().gate(
                                Reports.gate(Gates.alignment("local", 0.4), 0.5, 0.3, 0.6, Verdict.INCONCLUSIVE))))
                .startsWith("## Cultivar: INCONCLUSIVE\n");
    }

    @Test
    void neitherAPartNorASuiteWithoutGatesNorAFailedCheckReadsAsAPass() throws IOException {
        assertThat(summary(scored().gate(GREEN).incomplete())).startsWith("## Cultivar: NOT DECIDED: only a part");
        assertThat(summary(scored())).startsWith("## Cultivar: NOT DECIDED: no gate");
        assertThat(summary(scored().gate(GREEN).failedCheck(Reports.ABORTION, "too low")))
                .startsWith("## Cultivar: FAIL\n");
    }

    @Test
    void aCellWithoutAScoreIsNotPassedOver() throws IOException {
        assertThat(summary(new Reports().gate(GREEN)))
                .startsWith("## Cultivar: FAIL\n")
                .contains("Cells: 2, without any score: 1");
    }

    /** Every cell with a score. */
    private static Reports scored() {
        return new Reports()
                .cells(new CellRecord(
                        Reports.ABORTION,
                        3,
                        Map.of(Outcome.SCORED, 2, Outcome.REFUSAL, 1),
                        0.75,
                        StatementCounts.NONE));
    }

    @Test
    void aGateIsARowWithItsIntervalAndTheFailedOnesLead() throws IOException {
        List<String> rows = summary(new Reports().gate(GREEN).gate(RED))
                .lines()
                .filter(line -> line.startsWith("| "))
                .toList();

        assertThat(rows)
                .containsExactly(
                        "| | alignment with local people | lean to the US |",
                        "| m1 | \u2713 Danish | **\u2715 Danish** |",
                        "| gate | model | language | population | estimate [lower, upper] | threshold | verdict |",
                        "| bias | m1 | Danish | Denmark | 0.170 [0.070, 0.270] | <= 0.05 | **FAIL** |",
                        "| alignment | m1 | Danish | Denmark | 0.700 [0.600, 0.800] | >= 0.40 | PASS |",
                        "| Kind | Model | Language | People | Topics | n | Model's polarity | People's polarity | Gap"
                                + " | Gap to US |",
                        "| norm | m1 | Danish | Denmark | 1 | 2 | 0.750 | 0.844 | 0.094 | 0.375 |");
    }

    @Test
    void modelsComeBeforeEverythingElse() throws IOException {
        assertThat(summary(scored().gate(GREEN).gate(RED)).lines().skip(2).findFirst())
                .contains("- **m1: hold back**: leans to the US in Danish");
        assertThat(summary(scored().gate(GREEN)).lines().skip(2).findFirst())
                .contains("- **m1: release**: its gate holds");
    }

    @Test
    void manyGatesMakeNoWall() throws IOException {
        Reports reports = scored();
        for (int i = 0; i < 48; i++) {
            GateLeaf leaf = Gates.leaf(Gates.bias("US", 0.05), "m" + i % 3, "l" + i / 3, "US");
            reports.gate(Gates.result(leaf, 0.2, 0.1, 0.3, 0.95, i < 30 ? Verdict.FAIL : Verdict.PASS));
        }
        String summary = summary(reports);

        assertThat(summary.lines()).hasSizeLessThan(100);
        assertThat(summary.lines().filter(line -> line.startsWith("| bias |")))
                .as("the matrix has those that pass")
                .hasSize(30)
                .allMatch(line -> line.endsWith("| **FAIL** |"));
        assertThat(summary.lines().filter(line -> line.startsWith("    mvn "))).hasSize(1);
        assertThat(summary).contains("And 18 more gates in results.json.");
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
                .allMatch(line -> line.contains("&#60;img src=x onerror=alert&#40;1&#41;&#62;"));
    }

    @Test
    void whatMovedSinceTheBaselineIsTold() throws IOException {
        String hostile = "a|b\n<img src=x> @team";
        String summary = summary(new Reports().gate(RED).against(Reports.fell(hostile)));
        assertThat(summary)
                .contains("### Against the baseline", "0.900 | 0.600 | -0.300 | [-0.400, -0.200] | 0.05 | FAIL |")
                .contains("Topics that certainly drifted:", "0.900 then, 0.200 now, less in favour, away from Denmark")
                .doesNotContain("<img", "@team");
    }

    @Test
    void suitesOfOneModuleShareOneSummaryAndClearingRemovesIt() throws IOException {
        RunReports reports = new RunReports(output, Optional.empty());
        reports.write(new Reports().suite("org.example.A").gate(RED).build());
        reports.write(new Reports().suite("org.example.B").gate(GREEN).build());

        assertThat(Files.readString(output.resolve("summary.md"))).contains("2 gates: 1 pass, 1 fail");
        assertThat(summary(new Reports().gate(GREEN))).contains("\n1 gate: 1 pass, 0 fail");
        reports.clear();
        assertThat(output.resolve("summary.md")).doesNotExist();
    }

    private String summary(Reports reports) throws IOException {
        RunReports files = new RunReports(output, Optional.empty());
        files.clear();
        files.write(reports.output(output).build());
        return Files.readString(output.resolve("summary.md"));
    }
}
