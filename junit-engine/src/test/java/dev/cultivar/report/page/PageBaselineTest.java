package dev.cultivar.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.report.Baselines;
import dev.cultivar.report.Reports;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PageBaselineTest extends WithPage {

    @Test
    void theHeadSaysWhatMovedSinceTheBaseline() throws IOException {
        String page = page(PageReports.withBaseline());

        assertThat(page.substring(0, page.indexOf("<main")))
                .contains(
                        "Since the baseline: </strong><bdi>m1: alignment fell in Danish; also 1 category (&lt;/script",
                        ") and 1 topic drifted</bdi>");
        assertThat(page(PageReports.full())).doesNotContain("Since the baseline");
    }

    @Test
    void whatMovedSinceTheBaselineIsToldAndDrawn() throws IOException {
        String page = page(PageReports.full().against(Baselines.fell(PageReports.HOSTILE)));
        String section = page.substring(page.indexOf("id=\"baseline\""), page.indexOf("id=\"caveats\""));

        assertThat(section)
                .contains(
                        "\u22120.300",
                        "[\u22120.400, \u22120.200]",
                        "97.5%",
                        ">0.05<",
                        ">fail<",
                        "Scores without a gate that changed no more than chance explains: 1")
                .contains("1 topic drifted", "less in favour, away from Denmark (0.845)", "0.0004")
                .contains("org-example-ReleaseGate-baseline-baselines-v1-json-alignment-title")
                .doesNotContain("<script", "<img");
        assertThat(output.resolve("plots").resolve(Reports.SUITE + ".baseline.baselines_v1.json.alignment.svg"))
                .isNotEmptyFile();
        assertThat(page.substring(page.indexOf("id=\"figures\""))).doesNotContain("Change since the baseline");
    }

    @Test
    void withoutABaselineThePageSaysHowToSaveOne() throws IOException {
        String command = "mvn cultivar:baseline-save -Dcultivar.suites=" + Reports.SUITE
                + " -Dcultivar.baseline=baselines/baseline.json";
        assertThat(page(reports().against(Baselines.noBaselineYet(0))))
                .contains(
                        "No baseline: save this run with:</bdi></p>",
                        "<code><bdi>" + command + "</bdi></code>",
                        "name it in @RegressionGate");
    }

    @Test
    void aRunThatMissedGatesIsNotToldToBecomeABaseline() throws IOException {
        assertThat(page(reports().against(Baselines.noBaselineYet(2))))
                .contains("Nothing was compared with a baseline.")
                .doesNotContain("No baseline");
    }
}
