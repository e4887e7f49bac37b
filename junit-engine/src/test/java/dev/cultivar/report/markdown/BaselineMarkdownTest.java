package dev.cultivar.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.Verdict;
import dev.cultivar.gate.GateResult;
import dev.cultivar.gate.Gates;
import dev.cultivar.report.Baselines;
import dev.cultivar.report.Reports;
import dev.cultivar.results.ResultsFile;
import org.junit.jupiter.api.Test;

class BaselineMarkdownTest {

    private static final GateResult GREEN = Reports.gate(Gates.alignment("local", 0.4), 0.7, 0.6, 0.8, Verdict.PASS);
    private static final GateResult RED = Reports.gate(Gates.bias("US", 0.05), 0.17, 0.07, 0.27, Verdict.FAIL);

    @Test
    void whoAnsweredThenAndNowStandsWithTheBaseline() {
        assertThat(summary(new Reports().gate(GREEN).against(Baselines.fell("m1-2.1 [x](y)"))))
                .contains("- m1: answered by m1-2.1 &#91;x&#93;(y) (asked for as m1-2) in this run; the"
                        + " baseline does not say by which model.\n");
    }

    @Test
    void whatMovedSinceTheBaselineIsTold() {
        String hostile = "a|b\n<img src=x> @team";
        String summary = summary(new Reports().gate(RED).against(Baselines.fell(hostile)));

        assertThat(summary)
                .contains(
                        "### Against the baseline",
                        "0.900 | 0.600 | \u22120.300 | [\u22120.400, \u22120.200] | 0.05 | FAIL |")
                .contains("Topics that drifted:", "0.900 then, 0.200 now, less in favour, away from Denmark")
                .doesNotContain("<img", "@team");
    }

    @Test
    void aRunThatMissedGatesIsNotToldToBecomeABaseline() {
        assertThat(summary(new Reports().gate(RED).against(Baselines.noBaselineYet(2))))
                .doesNotContain("Against the baseline");
        assertThat(summary(new Reports().gate(GREEN).against(Baselines.noBaselineYet(0))))
                .contains("### Against the baseline", "No baseline: save this run with:");
    }

    /** The whole of it, as what moved also stands above its tables. */
    private static String summary(Reports reports) {
        return SummaryMarkdown.of(ResultsFile.of(reports.build()));
    }
}
