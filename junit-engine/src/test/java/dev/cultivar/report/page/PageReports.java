package dev.cultivar.report.page;

import dev.cultivar.analysis.estimate.ReferencePoints;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Gates;
import dev.cultivar.report.Baselines;
import dev.cultivar.report.Reports;

/** Runs with gates of every verdict, for a page and for Allure. */
public final class PageReports {

    static final String HOSTILE = "</script><script>window.hacked=1</script><img src=x onerror='window.hacked=1'>]]>"
            + "<!-- \u202E\u05E9\u05DC\u05D5\u05DD \uD83D\uDE00 \u0000\u0007\u001B[31m \uD83D";

    private PageReports() {}

    public static Reports withBaseline() {
        return full().against(Baselines.fell(HOSTILE));
    }

    static Reports full() {
        return new Reports()
                .gate(Reports.gate(Gates.alignment("local", 0.4), 0.6, 0.5, 0.7, Verdict.PASS))
                .gate(Reports.gate(Gates.bias("US", 0.05), 0.05, 0.01, 0.09, Verdict.INCONCLUSIVE))
                .gate(Reports.gate(Gates.consistency(0.5), 0.2, 0.1, 0.3, Verdict.FAIL))
                .estimate(Reports.alignment("DK", 0.6, 0.5, 0.7)
                        .beside(new ReferencePoints(0.9, 0.65, 0.69, 0.8, "NL", 0.0)))
                .estimate(Reports.estimate(Statistic.CONSISTENCY, "", 0.2, 0.1, 0.3))
                .estimate(Reports.estimate(Statistic.BIAS, "US", 0.05, 0.01, 0.09))
                .failedCheck(Reports.ABORTION, "gap 0.5 is not below 0.4");
    }
}
