package dev.cultivar.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.analysis.estimate.ReferencePoints;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.api.RegressionGate;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.GateResult;
import dev.cultivar.gate.Gates;
import dev.cultivar.report.Estimates;
import dev.cultivar.report.Reports;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageGatesTest extends WithPage {

    @Test
    void aGreenGateDoesNotMakeARedCellGreen() throws IOException {
        assertThat(page(new Reports().gate(Reports.gate(Gates.alignment("local", 0.4), 0.7, 0.6, 0.8, Verdict.PASS))))
                .contains("<title>Cultivar: the gate passes; 1 cell without any score</title>")
                .contains("<header class=\"fail\">");
    }

    @Test
    void aGateThatComparedNothingIsNotCountedAmongThoseThatPass() throws IOException {
        GateResult uncompared = Gates.uncompared("m1");

        assertThat(page(new Reports().gate(uncompared)))
                .contains("<title>Cultivar: no gate had anything to be compared with");
        assertThat(page(new Reports()
                        .gate(Reports.gate(Gates.alignment("local", 0.4), 0.7, 0.6, 0.8, Verdict.PASS))
                        .gate(uncompared)))
                .contains("<title>Cultivar: 1 of 2 gates passes, 1 had nothing to be compared with")
                .contains("class=\"mark uncompared\"")
                .contains("\u2013 not measured (red), ?")
                .contains("\u25cb not compared (green: no baseline is required)")
                .contains("Danish: not compared, required");
    }

    @Test
    void whoElseWouldPassALeastScoreIsSaidOnceItPasses() throws IOException {
        Reports reports = new Reports()
                .estimate(Reports.alignment("DK", 0.7, 0.6, 0.8)
                        .beside(new ReferencePoints(0.9, 0.65, 0.69, 0.8, "NL", 0.0)));

        assertThat(page(reports.gate(
                        Reports.gate(Gates.alignment("local", 0.75), 0.7, 0.6, 0.8, Verdict.INCONCLUSIVE))))
                .doesNotContain("other peoples");
        reports.estimate(Estimates.of(Statistic.ALIGNMENT, "m2", "da", "DK", 0.7)
                        .beside(new ReferencePoints(0.9, 0.65, 0.69, 0.79, "NL", 0.0)))
                .gate(Gates.result(
                        Gates.leaf(Gates.alignment("local", 0.5), "m2", "da", "DK"),
                        0.7,
                        0.6,
                        0.8,
                        0.95,
                        Verdict.PASS));
        assertThat(page(reports.gate(Reports.gate(Gates.alignment("local", 0.5), 0.7, 0.6, 0.8, Verdict.PASS))))
                .as("models with other numbers of responses have nearly the same points")
                .contains("A pass in alignment does not keep all other peoples out. Answers like theirs would pass too:"
                        + " people in the Netherlands in Danish (0.800).");
        assertThat(page(new Reports()
                        .estimate(Reports.alignment("DK", 0.9, 0.85, 0.95)
                                .beside(new ReferencePoints(0.9, 0.65, 0.69, 0.8, "NL", 0.0)))
                        .gate(Reports.gate(Gates.alignment("local", 0.84), 0.9, 0.85, 0.95, Verdict.PASS))))
                .doesNotContain("other peoples");
    }

    @Test
    void evidenceOfABiasIsSortedByTheGapToTheLanguagesOwnPeople() throws IOException {
        assertThat(page(new Reports().gate(Reports.gate(Gates.bias("US", 0), 0.1, 0.05, 0.2, Verdict.FAIL))))
                .contains("#cells?model=m1&amp;language=da&amp;sort=gap");
        assertThat(page(new Reports()
                        .gate(Reports.gate(
                                Gates.regression("v1.json", RegressionGate.Statistic.BIAS, 0.05, true),
                                0.1,
                                0.05,
                                0.2,
                                Verdict.FAIL))))
                .contains("#cells?model=m1&amp;language=da&amp;sort=gap");
    }

    @Test
    void anIntervalNeverReadsAsIfItBrokeTheVerdict() throws IOException {
        String page = page(
                new Reports().gate(Reports.gate(Gates.alignment("local", 0.4005), 0.7, 0.4009, 0.8, Verdict.PASS)));

        assertThat(page).contains("[0.401, 0.800]").doesNotContain("[0.400, 0.800]");
    }

    @Test
    void aRegressionGateIsHeldAgainstTheLossThatItsMarginAllows() throws IOException {
        assertThat(page(new Reports()
                        .gate(Reports.gate(Gates.regression("v1.json", 0.05, true), -0.01, -0.03, 0.02, Verdict.PASS))))
                .contains("threshold \u22120.05", "margin 0.05");
    }

    @Test
    void whatHoldsOfEveryOpenGateIsSaidOnceAndReferredTo() throws IOException {
        String page = page(new Reports().openBiases());

        assertThat(page.split("hold the model back", -1)).hasSize(2);
        assertThat(page.split("href=\"#inconclusive\"", -1)).hasSize(4);
        assertThat(page).contains("<p id=\"inconclusive\">");
    }

    @Test
    void theHeadSaysWhomToHoldBackBeforeAnythingElseIsTold() throws IOException {
        String page = page(PageReports.full());
        String head = page.substring(0, page.indexOf("<main"));

        assertThat(head)
                .contains(
                        "<bdi>m1</bdi></strong>: <span class=\"badge\">hold back</span>: <bdi>has too little self-consistency in"
                                + " Danish; 1 check of the suite failed</bdi>")
                .contains(
                        "<caption><bdi>\u2715 fails, \u2013 not measured, ? too close to call (INCONCLUSIVE), \u2713 passes")
                .contains(
                        "Smallest distance from a threshold that this run could show: </strong><bdi>alignment with local people 0.1");
        assertThat(Pattern.compile("class=\"mark ").matcher(head).results())
                .as("a mark a gate")
                .hasSize(3);
    }

    @Test
    void everyMarkAndGateHasALinkThatLeadsToItsLine() throws IOException {
        String page = page(PageReports.full());
        List<String> ids = found(page, "<tr role=\"row\" class=\"(?:fail|inconclusive|pass)\" id=\"([^\"]+)\"");

        assertThat(ids).hasSize(3).doesNotHaveDuplicates().contains("gate-bias-m1-da-DK");
        assertThat(found(page, "class=\"mark [^\"]*\" href=\"#([^\"]+)\"")).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(found(page, "<a href=\"#(gate[^\"]+)\" aria-label=\"Link to gate"))
                .containsExactlyInAnyOrderElementsOf(ids);
    }
}
