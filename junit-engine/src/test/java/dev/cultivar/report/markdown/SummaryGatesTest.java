package dev.cultivar.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.Verdict;
import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.GateResult;
import dev.cultivar.gate.Gates;
import dev.cultivar.report.Reports;
import dev.cultivar.results.ResultsFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The summary's tables of gates, and what it says below them. */
class SummaryGatesTest {

    private static final GateResult GREEN = Reports.gate(Gates.alignment("local", 0.4), 0.7, 0.6, 0.8, Verdict.PASS);
    private static final GateResult RED = Reports.gate(Gates.bias("US", 0.05), 0.17, 0.07, 0.27, Verdict.FAIL);

    @Test
    void aGateIsARowWithItsIntervalAndTheFailedOnesLead() {
        List<String> rows = summary(new Reports().gate(GREEN).gate(RED))
                .lines()
                .filter(line -> line.startsWith("| "))
                .toList();

        assertThat(rows)
                .containsExactly(
                        "| | alignment with local people | bias towards the US |",
                        "| m1 | \u2713 Danish | **\u2715 Danish** |",
                        "| gate | model | language | population | score [95% interval] | threshold | verdict |",
                        "| bias | m1 | Danish | Denmark | 0.170 [0.070, 0.270] | \u2264 0.05 | **FAIL** |",
                        "| alignment | m1 | Danish | Denmark | 0.700 [0.600, 0.800] | \u2265 0.40 | PASS |",
                        "| Kind | Model | Language | People | Topics | n | Model's polarity | People's polarity | Gap"
                                + " | Gap to US |",
                        "| norm | m1 | Danish | Denmark | 1 | 2 | 0.750 | 0.844 | 0.094 | 0.375 |");
    }

    @Test
    void intervalsOfDifferentLevelsSayEachItsOwn() {
        GateResult surer = Gates.result(GREEN.leaf(), 0.7, 0.58, 0.82, 0.975, Verdict.PASS);

        assertThat(summary(Reports.scored().gate(surer).gate(RED).gate(Gates.uncompared("m1")))
                        .lines())
                .contains(
                        "| gate | model | language | population | score [interval] | level | threshold | verdict |",
                        "|---|---|---|---|---|---|---|---|",
                        "| bias | m1 | Danish | Denmark | 0.170 [0.070, 0.270] | 95% | \u2264 0.05 | **FAIL** |",
                        "| alignment | m1 | Danish | Denmark | 0.700 [0.580, 0.820] | 97.5% | \u2265 0.40 | PASS |")
                .anyMatch(line -> line.startsWith("| change in alignment | ") && line.contains(" | none |  | "));
        assertThat(summary(Reports.scored().gate(surer))).contains("| score [97.5% interval] | threshold |");
    }

    @Test
    void whatHoldsOfEveryOpenGateIsSaidOnce() {
        String summary = summary(Reports.scored().openBiases());

        assertThat(summary.split("hold the model back", -1)).hasSize(2);
        assertThat(summary.split("the number allows for a second test", -1)).hasSize(2);
    }

    @Test
    void manyGatesMakeNoWall() {
        Reports reports = Reports.scored();
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
    void marksAreExplainedInEverySummary() {
        assertThat(summary(new Reports().gate(GREEN))).contains("? is too close to call, \u2713 passes.");
    }

    private static String summary(Reports reports) {
        return SummaryMarkdown.of(ResultsFile.of(reports.build()));
    }
}
