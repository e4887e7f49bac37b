package dev.cultivar.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.RegressionGate;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Gate;
import dev.cultivar.gate.Gates;
import dev.cultivar.report.Baselines;
import dev.cultivar.report.Reports;
import dev.cultivar.report.figure.SuiteFigures;
import dev.cultivar.report.plot.HeatPlot;
import dev.cultivar.report.plot.IntervalPlot;
import dev.cultivar.report.plot.IntervalPoint;
import dev.cultivar.report.plot.ScatterPlot;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.SuiteReport;
import dev.cultivar.results.baseline.AgainstBaseline;
import dev.cultivar.results.baseline.ChangeVerdict;
import dev.cultivar.run.response.CellRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The page on a desk, a phone and paper. */
class PageLayoutTest extends InBrowser {

    /** Labels of figures that leave their figure, or lie on another. */
    private static final String CROWDED = """
        return Array.from(document.querySelectorAll('figure svg')).flatMap(svg => {
          const frame = svg.getBoundingClientRect();
          const labels = Array.from(svg.querySelectorAll('text'))
              .map(text => ({name: text.lastChild.textContent, box: text.getBoundingClientRect()}))
              .filter(({box}) => box.width > 0);
          const apart = (a, b) => a.right <= b.left || b.right <= a.left
              || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
          const outside = labels.filter(({box}) => box.left < frame.left || box.right > frame.right
              || box.top < frame.top || box.bottom > frame.bottom);
          const touching = labels.filter((a, i) => labels.slice(0, i).some(b => !apart(a.box, b.box)));
          return outside.concat(touching).map(({name}) => name);
        }).join('; ');
        """;

    @Test
    void theAnswerIsOnTheFirstScreenOfADeskAndOfAPhone() {
        manyGates();
        assertThatTheFirstScreenHasTheAnswer();
        mixedRelease();
        assertThatTheFirstScreenHasTheAnswer();
    }

    /** With every link to a section. */
    private void assertThatTheFirstScreenHasTheAnswer() {
        try {
            for (int[] size : new int[][] {{1440, 900}, {390, 844}}) {
                browser.size(size[0], size[1]).open(output.resolve(PageFiles.NAME));
                assertThat(
                                (Number)
                                        browser.script(
                                                "return Array.from(document.querySelectorAll('.models, .matrix, .moved, nav'))"
                                                        + ".map(e => e.getBoundingClientRect().bottom).reduce((a, b) => Math.max(a, b))"))
                        .satisfies(bottom -> assertThat(bottom.doubleValue()).isLessThanOrEqualTo(size[1]));
            }
        } finally {
            browser.size(1200, 900);
        }
    }

    @Test
    void aPhoneHidesNoColumn() {
        browser.size(390, 844);
        try {
            assertThat((String) browser.script("return Array.from(document.querySelectorAll('.cells tbody tr > *'))"
                            + ".filter(e => { const r = e.getBoundingClientRect();"
                            + " return r.width === 0 || r.right > 390 || r.left < 0; })"
                            + ".map(e => e.textContent).join('; ')"))
                    .isEmpty();
            assertThat(browser.find(".cells tbody td[data-head=Gap]").isDisplayed())
                    .isTrue();
        } finally {
            browser.size(1200, 900);
        }
    }

    @Test
    void aPhoneScrollsInOneDirectionOnly() throws IOException {
        browser.size(390, 844);
        // The names of a module's classes are of any length.
        browser.script("document.querySelector('#allowed ul').insertAdjacentHTML('beforeend',"
                + "'<li><bdi>org.example.' + 'LongName'.repeat(20) + '</bdi></li>')");
        try {
            assertThat(browser.script("return document.documentElement.scrollWidth <= 390"))
                    .isEqualTo(true);
        } finally {
            browser.size(1200, 900);
        }
    }

    @Test
    void nothingIsCutOnPaper() {
        browser.find(".cells .open").sendKeys(Keys.ENTER);
        browser.onPaper();
        try {
            assertThat((String) browser.script("return Array.from(document.querySelectorAll('body *'))"
                            + ".filter(e => e.getBoundingClientRect().right > 704 && !e.closest('.skip'))"
                            + ".map(e => e.tagName + ' ' + e.getAttribute('class') + ' ' + e.textContent.slice(0, 40))"
                            + ".join('; ')"))
                    .isEmpty();
            assertThat(browser.script("return Array.from(document.querySelectorAll('.scroll, .raw, pre'))"
                            + ".every(e => getComputedStyle(e).overflow === 'visible')"))
                    .isEqualTo(true);
            assertThat(browser.find(".filters").isDisplayed()).isFalse();
            assertThat(browser.find(".on-paper").getText()).isEqualTo("sorted by Gap, downwards");
            assertThat(browser.find(".drill .statements").isDisplayed()).isTrue();
        } finally {
            browser.onScreen();
        }
    }

    @Test
    void fortyEightGatesPrintOnAtMostSixPages() {
        manyGates();
        browser.open(output.resolve(PageFiles.NAME));

        assertThat(browser.print(8.27, 11.69)).as("A4").isBetween(2, 6);
        assertThat(browser.print(8.5, 11)).as("Letter").isBetween(2, 6);
    }

    /** 48 gates on three models in four languages. */
    private void manyGates() {
        Reports reports = new Reports().cells(new CellRecord[0]);
        for (String model : List.of("lab-7b-r1", "lab-7b-r2", "lab-7b-r3")) {
            for (String language : List.of("da", "nl", "en", "pt")) {
                reports.gate(Gates.result(
                                Gates.leaf(Gates.bias("US", 0), model, language, "US"),
                                0.1,
                                0.05,
                                0.2,
                                0.95,
                                Verdict.FAIL))
                        .gate(Gates.result(
                                Gates.leaf(Gates.distinct("local", 0.3), model, language, "DK"),
                                0.5,
                                0.4,
                                0.6,
                                0.95,
                                Verdict.PASS))
                        .gate(Gates.result(
                                Gates.leaf(Gates.coverage(0.8), model, language, "DK"),
                                1,
                                Double.NaN,
                                Double.NaN,
                                0.95,
                                Verdict.PASS))
                        .gate(Gates.result(
                                Gates.leaf(Gates.consistency(0.3), model, language, "DK"),
                                0.5,
                                0.4,
                                0.6,
                                0.95,
                                Verdict.PASS));
            }
        }
        reports.against(Baselines.fell("x")).write(output);
    }

    /** As in the documents' pictures: one model passes, one drifted to the US, one a little, and there is most to tell of the two. */
    private void mixedRelease() {
        List<String> languages = List.of("da", "nl", "en", "pt");
        List<Double> halves = List.of(0.1, 0.08, 0.07, 0.05);
        Map<Character, Verdict> marks = Map.of('P', Verdict.PASS, '?', Verdict.INCONCLUSIVE, 'F', Verdict.FAIL);
        Map<String, List<String>> verdicts = new TreeMap<>(Map.of(
                "lab-7b-r1", List.of("PPPP", "PPPP", "PPPP"),
                "lab-7b-r2", List.of("F??F", "F?P?", "F?P?"),
                "lab-7b-r3", List.of("PPP?", "P?P?", "PPP?")));
        List<Gate> gates = List.of(
                Gates.bias("US", 0),
                Gates.regression("v1.json", RegressionGate.Statistic.BIAS, 0.15, true),
                Gates.distinct("local", 0.3));
        Reports reports = new Reports().cells(new CellRecord[0]);
        List<AgainstBaseline.Change> changes = new ArrayList<>();
        verdicts.forEach((model, ofGates) -> {
            for (int i = 0; i < languages.size(); i++) {
                String language = languages.get(i);
                double half = halves.get(i);
                for (int gate = 0; gate < gates.size(); gate++) {
                    reports.gate(Gates.result(
                            Gates.leaf(gates.get(gate), model, language, "US"),
                            0.1,
                            0.1 - half,
                            0.1 + half,
                            0.99,
                            Objects.requireNonNull(marks.get(ofGates.get(gate).charAt(i)))));
                }
                reports.gate(Gates.result(
                        Gates.leaf(Gates.coverage(0.8), model, language, ""),
                        1,
                        Double.NaN,
                        Double.NaN,
                        0.95,
                        Verdict.PASS));
                double rise = ofGates.get(1).charAt(i) == 'P' ? 0 : 0.2;
                changes.add(new AgainstBaseline.Change(
                        model,
                        language,
                        "bias",
                        "US",
                        0.0,
                        rise,
                        rise,
                        rise - half,
                        rise + half,
                        0.99,
                        0.15,
                        ChangeVerdict.INCONCLUSIVE,
                        76));
            }
        });
        reports.against(new AgainstBaseline(
                        Reports.SUITE,
                        "v1.json",
                        null,
                        0.95,
                        null,
                        changes,
                        List.of(new AgainstBaseline.Drift(
                                "lab-7b-r2", "da", "D054", "Parents", 0.3, 0.7, 0.01, true, new TreeMap<>())),
                        Stream.of("Institutions", "Family", "Work")
                                .map(category -> new AgainstBaseline.Category(
                                        "lab-7b-r2", "da", category, 14, 0.5, 0.4, 0.01, true))
                                .toList()))
                .write(output);
    }

    @Test
    void paperShowsTheGreenGatesThatAScreenFoldsAway() {
        Reports reports = PageReports.full();
        for (int i = 0; i < 13; i++) {
            reports.gate(Reports.gate(Gates.coverage(0.8), 1, Double.NaN, Double.NaN, Verdict.PASS));
        }
        reports.write(output);
        browser.open(output.resolve(PageFiles.NAME));
        browser.script("window.seen = []; window.addEventListener('beforeprint', () =>"
                + "window.seen.push(document.querySelector('details.printed').open))");

        assertThat(browser.find("#verdicts details.printed summary").getText()).isEqualTo("14 gates pass");
        assertThat(browser.find("#verdicts details.printed table").isDisplayed())
                .isFalse();
        browser.print(8.27, 11.69);
        assertThat(browser.script("return window.seen[0]")).isEqualTo(true);
        assertThat(browser.script("return document.querySelector('details.printed').open"))
                .isEqualTo(false);
    }

    @Test
    void everyFigureFitsOntoAPage() {
        browser.onPaper();
        try {
            assertThat((Boolean) browser.script("return Array.from(document.querySelectorAll('figure'))"
                            + ".every(e => e.getBoundingClientRect().height < 900)"))
                    .isTrue();
        } finally {
            browser.onScreen();
        }
    }

    /** Widths of text are guessed, for the reader's font is not known when a figure is drawn. */
    @Test
    void noLabelOfAFigureLeavesItOrLiesOnAnother() throws IOException {
        SuiteReport report = PageSizeMain.report(1_000);
        new PageFiles(output).write(report, SuiteFigures.of(report), () -> ResultsFile.of(report));
        browser.open(output.resolve(PageFiles.NAME));
        assertThat(browser.all("figure svg text")).isNotEmpty();
        assertThat(browser.script(CROWDED)).isEqualTo("");

        Path figures = Files.writeString(
                output.resolve("figures.html"),
                "<!doctype html><meta charset=utf-8><figure>" + crowded() + "</figure>");
        browser.open(figures, "", "figure");
        assertThat(browser.all("svg text")).hasSizeGreaterThan(100);
        assertThat(browser.script(CROWDED)).isEqualTo("");
    }

    /** Figures of many long names, and of numbers of several lengths. */
    private static String crowded() {
        StringBuilder drawn = new StringBuilder();
        List<String> names = List.of(
                "gpt-4o",
                "meta-llama/Llama-3.1-405B-Instruct-FP8-KV",
                "MMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMM",
                "\u65E5\u672C\u8A9E\u306E\u30E2\u30C7\u30EB".repeat(5),
                "\uD55C\uAD6D\uC5B4 \uBAA8\uB378 \u0627\u0644\u0639\u0631\u0628\u064A\u0629",
                "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00 Qwen2.5-72B");
        for (double scale : new double[] {0.001, 0.03, 1, 40}) {
            IntervalPlot rows = new IntervalPlot("a" + scale, "t", "d", "difference").line(0);
            ScatterPlot points = new ScatterPlot("b" + scale, "t", "d", "capability", "alignment");
            for (String name : names) {
                for (String series : names) {
                    double value = scale * (names.indexOf(name) - 2 - 0.1 * names.indexOf(series));
                    IntervalPoint interval = new IntervalPoint(name, series, value, value - scale, value + scale, "");
                    rows.add(interval);
                    points.add(scale * names.indexOf(name), interval).slope(series, 0.2, "slope 0.410, p=0.0446 *");
                }
            }
            drawn.append(rows.draw().svg()).append(points.draw().svg());
        }
        HeatPlot table = new HeatPlot("c", "t", "d", 0.6);
        for (String row : names) {
            for (int i = 0; i < 20; i++) {
                table.add(row, i % 5 == 0 ? names.get(i / 5) : "P" + i, 0.05 * i - 0.5, "");
            }
        }
        return drawn.append(table.draw().svg()).toString();
    }
}
