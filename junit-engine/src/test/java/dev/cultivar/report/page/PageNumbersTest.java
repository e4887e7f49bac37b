package dev.cultivar.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.ReferencePoints;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Gates;
import dev.cultivar.report.Estimates;
import dev.cultivar.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageNumbersTest extends WithPage {

    @Test
    void aNumberThatDoesNotExistIsADash() throws IOException {
        String page = page(reports()
                .gate(Reports.gate(Gates.alignment("local", 0.4), Double.NaN, Double.NaN, Double.NaN, Verdict.FAIL))
                .estimate(Reports.alignment("DK", Double.NaN, Double.NaN, Double.NaN))
                .estimate(Reports.alignment("US", 0.5, Double.NaN, Double.NaN)));

        assertThat(page).doesNotContain("NaN", "Infinity").contains("\u2013</td>");
    }

    /** The US and the world are hard to tell apart, and so were their letters. */
    @Test
    void lettersOfReferencePointsDoNotLieOnEachOther() throws IOException {
        for (double own : new double[] {0.71, 0.7, 1}) {
            String page = page(new Reports()
                    .estimate(Reports.alignment("DK", 0.45, 0.4, 0.5)
                            .beside(new ReferencePoints(own, 0.70, 0.705, null, null, 0.0)))
                    .gate(Reports.gate(Gates.alignment("local", 0.4), 0.45, 0.41, 0.5, Verdict.PASS)));

            Map<String, Double> letters = new HashMap<>();
            Matcher letter = Pattern.compile("<text x=\"([0-9.]+)\" y=\"25\"[^>]*>([ORW])<")
                    .matcher(page);
            while (letter.find()) {
                letters.put(letter.group(2), Double.parseDouble(letter.group(1)));
            }

            assertThat(letters).containsOnlyKeys("O", "R", "W");
            assertThat(letters.values()).allSatisfy(x -> assertThat(x).isBetween(5.0, 215.0));
            assertThat(Math.abs(letters.get("W") - letters.get("R"))).isGreaterThan(9.8);
            assertThat(Math.abs(letters.get("W") - letters.get("O"))).isGreaterThan(9.8);
            assertThat(Math.abs(letters.get("O") - letters.get("R"))).isGreaterThan(9.8);
        }
    }

    /** People differ in bias by more than a model's interval is long. */
    @Test
    void marksOfReferencePointsLieWithinTheirDrawing() throws IOException {
        String page = page(new Reports()
                .estimate(Estimates.by(Statistic.BIAS, "m1", "difference", 0.02, null)
                        .beside(new ReferencePoints(-0.17, 0.16, 0.08, null, null, 0.0)))
                .gate(Reports.gate(Gates.bias("DK", 0), 0.02, 0.01, 0.03, Verdict.FAIL)));

        List<Double> marks = new ArrayList<>();
        Matcher mark =
                Pattern.compile("<line class=\"limit\" x1=\"(-?[0-9.]+)\"").matcher(page);
        while (mark.find()) {
            marks.add(Double.parseDouble(mark.group(1)));
        }

        assertThat(marks).hasSize(3).allSatisfy(x -> assertThat(x).isBetween(5.0, 215.0));
    }

    @Test
    void numbersAndTimesHaveOneStyle() throws IOException {
        String page = page(PageReports.withBaseline()).replaceAll("(?s)<(script|style|pre|code)[ >].*?</\\1>", "");

        assertThat(found(page, "(>[\\[ ]?-\\d)")).as("minus signs").isEmpty();
        assertThat(found(page.replaceAll("datetime=\"[^\"]*\"", ""), "(\\d{4}-\\d\\d-\\d\\dT)"))
                .as("times")
                .isEmpty();
    }

    @Test
    void theShareOfTheModelAgainstThatOfPeopleIsTheFirstFigure() throws IOException {
        String page = page(PageReports.full());
        String figures = page.substring(page.indexOf("id=\"figures\""));

        assertThat(figures.indexOf("<figure")).isLessThan(figures.indexOf("m1: share in favour by topic"));
        assertThat(figures.substring(0, figures.indexOf("</figure>")))
                .contains("F120 Abortion: model 0.750, people in Denmark 0.84");
        assertThat(figures).contains("Danish: model / people in Denmark", "0.750 / 0.84");
    }

    @Test
    void figuresAreFilesAndInThePage() throws IOException {
        String page = page(PageReports.full());

        try (Stream<Path> plots = Files.list(output.resolve("plots"))) {
            assertThat(plots.map(file -> file.getFileName().toString()))
                    .contains(Reports.SUITE + ".alignment.da.spearman.svg", Reports.SUITE + ".consistency.svg");
        }
        assertThat(page).contains("aria-labelledby=\"org-example-ReleaseGate-consistency-title\"");
    }

    @Test
    void aStatisticThatCouldNotBeEstimatedKeepsItsReason() throws IOException {
        String page = page(reports()
                .estimate(Reports.estimate(
                        Statistic.CONSISTENCY, "", Double.NaN, Double.NaN, Double.NaN, new Note.AllEqual())));

        assertThat(page).contains("Nothing could be estimated", "nothing can be correlated");
    }
}
