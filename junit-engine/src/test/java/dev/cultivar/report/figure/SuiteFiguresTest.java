package dev.cultivar.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.api.Outcome;
import dev.cultivar.report.Estimates;
import dev.cultivar.report.Reports;
import dev.cultivar.report.page.PageSizeMain;
import dev.cultivar.report.plot.Figure;
import dev.cultivar.results.SuiteReport;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.PromptParts;
import dev.cultivar.run.response.StatementCounts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each of the paper's figures, for a run. */
class SuiteFiguresTest {

    @Test
    void alignmentWithEachPopulationHasAFigureForEachLanguageThatWasAsked() {
        List<Figure> figures = figures(
                "Alignment by population",
                new Reports()
                        .estimate(Reports.alignment("DK", 0.6, 0.5, 0.7))
                        .estimate(Reports.alignment("US", 0.3, 0.2, 0.4)));

        assertThat(figures)
                .extracting(Figure::title)
                .containsExactly("Alignment with each population, asked in Danish");
        assertThat(figures.get(0).svg())
                .contains("m1 in Danish, Denmark: 0.600 [0.500, 0.700], 300 responses")
                .contains("m1 in Danish, the US: 0.300 [0.200, 0.400], 300 responses");
    }

    @Test
    void selfConsistencyStandsBesideWhatPeopleWouldReachOnTheSuitesTopics() {
        Reports models = new Reports().estimate(Reports.estimate(Statistic.CONSISTENCY, "", 0.2, 0.1, 0.3));

        assertThat(group("Self-consistency", models).text()).contains("reach, 0.66 to 0.84 by country in the paper");
        assertThat(group(
                                "Self-consistency",
                                models.estimate(Reports.estimate(Statistic.HUMAN, "DK", 0.81, 0.8, 0.82))
                                        .estimate(Reports.estimate(Statistic.HUMAN, "NO", 0.7, 0.69, 0.71)))
                        .text())
                .contains("reach, 0.700 to 0.810 by country on this suite's topics");
    }

    @Test
    void slotsAndTemplatesShowWhereAnswersMoveWithTheWording() {
        PromptParts parts = new PromptParts(
                Map.of("claim-pro", new PromptParts.Part(0.9, 2), "claim-con", new PromptParts.Part(0.6, 2)),
                Map.of("t01", new PromptParts.Part(0.75, 4)));
        List<Figure> figures = figures(
                "Polarity by slot and template",
                new Reports()
                        .cells(new CellRecord(
                                Reports.ABORTION,
                                4,
                                Map.of(Outcome.SCORED, 4),
                                0.75,
                                StatementCounts.NONE,
                                parts,
                                List.of())));

        assertThat(figures).hasSize(2);
        assertThat(figures.get(0).svg())
                .contains("m1 in Danish, claim-pro: 0.150")
                .contains("m1 in Danish, claim-con: -0.150");
        assertThat(figures.get(1).svg()).contains("claim-con: -0.150, polarity 0.600, 2 responses");
    }

    @Test
    void stabilityAndAcquiescenceAreLinesWithTheirIntervals() {
        Reports report = new Reports()
                .estimate(Reports.estimate(Statistic.STABILITY, "", 0.6, 0.5, 0.7))
                .estimate(Reports.estimate(Statistic.ACQUIESCENCE, "", 0.1, 0.05, 0.15));

        assertThat(figures("Stability", report).get(0).svg()).contains("0.600 [0.500, 0.700]");
        assertThat(figures("Acquiescence", report).get(0).svg()).contains("0.100 [0.050, 0.150]");
    }

    @Test
    void aSlopeSaysItsSignificanceInTheFigureItself() {
        List<Figure> figures = figures(
                "Capability against alignment",
                new Reports()
                        .estimate(Estimates.by(Statistic.ALIGNMENT, "m1", "spearman", 0.6, null))
                        .estimate(Estimates.by(
                                Statistic.CAPABILITY,
                                null,
                                "coefficient",
                                0.41,
                                new Estimate.Uncertainty(0.2, 75, 0.0446))));

        assertThat(figures)
                .extracting(Figure::name)
                .map(SuiteFiguresTest::withoutSuite)
                .containsExactly("capability.slopes", "capability.da");
        assertThat(text(figures.get(0))).contains("fam in Danish, p=0.0446 *");
        assertThat(text(figures.get(1))).contains("fam: slope 0.410, p=0.0446 *");
    }

    @Test
    void noStarMarksASlopeThatMayBeChance() {
        List<Figure> figures = figures(
                "Capability against alignment",
                new Reports()
                        .estimate(Estimates.by(Statistic.ALIGNMENT, "m1", "spearman", 0.6, null))
                        .estimate(Estimates.by(
                                Statistic.CAPABILITY,
                                null,
                                "coefficient",
                                0.41,
                                new Estimate.Uncertainty(0.2, 75, 0.05))));

        assertThat(text(figures.get(0))).contains("p=0.0500").doesNotContain("*");
    }

    @Test
    void whereNoSlopeWasFittedTheFigureSaysSo() {
        assertThat(group(
                                "Capability against alignment",
                                new Reports().estimate(Estimates.by(Statistic.ALIGNMENT, "m1", "spearman", 0.6, null)))
                        .text())
                .contains("No slope is shown");
    }

    @Test
    void theTwoMethodsOfBiasAreTwoFigures() {
        List<Figure> figures = figures(
                "Bias towards the reference",
                new Reports()
                        .estimate(Estimates.by(Statistic.BIAS, "m1", "difference", 0.05, null))
                        .estimate(Estimates.by(Statistic.BIAS, "m1", "coefficient", 0.06, null)));

        assertThat(figures)
                .extracting(Figure::title)
                .containsExactly("Paired difference of two correlations", "Coefficients of the paper's regression");
        assertThat(figures.get(0).svg()).contains(": 0.050 [").doesNotContain(": 0.060 [");
    }

    @Test
    void conditioningHasItsFigure() {
        assertThat(figures(
                        "Conditioning by language",
                        new Reports().estimate(Estimates.by(Statistic.CONDITIONING, "m1", "difference", 0.05, null))))
                .hasSize(1);
    }

    @Test
    void populationsAreComparedWithEachOther() {
        Figure figure = figures(PageSizeMain.report(100), "How alike the populations are")
                .get(0);

        assertThat(figure.svg()).contains("Denmark and Denmark: 1.000", "Denmark and the US: ");
    }

    @Test
    void gapsAreDrawnByTopicAndPopulationForEachModelAndLanguage() {
        assertThat(figures(PageSizeMain.report(1000), "Gaps by topic and population"))
                .extracting(Figure::title)
                .isNotEmpty()
                .allMatch(title -> title.startsWith("Gaps of model-"));
    }

    private static String withoutSuite(String name) {
        return name.replace(Reports.SUITE + ".", "");
    }

    private static String text(Figure figure) {
        return figure.svg().replaceAll("<title.*?</title\\s*>|<desc.*?</desc\\s*>", "");
    }

    private static List<Figure> figures(String heading, Reports reports) {
        return group(heading, reports).figures();
    }

    private static FigureGroup group(String heading, Reports reports) {
        return group(reports.build(), heading);
    }

    private static List<Figure> figures(SuiteReport report, String heading) {
        return group(report, heading).figures();
    }

    private static FigureGroup group(SuiteReport report, String heading) {
        return SuiteFigures.of(report).groups().stream()
                .filter(group -> group.heading().equals(heading))
                .findFirst()
                .orElseThrow();
    }
}
