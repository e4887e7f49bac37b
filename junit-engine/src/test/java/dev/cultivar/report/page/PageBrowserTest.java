package dev.cultivar.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cultivar.analysis.calibration.HumanLabel;
import dev.cultivar.analysis.calibration.HumanLabels;
import dev.cultivar.api.Stance;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Gates;
import dev.cultivar.report.Reports;
import dev.cultivar.report.RunReports;
import dev.cultivar.report.figure.SuiteFigures;
import dev.cultivar.report.plot.HeatPlot;
import dev.cultivar.report.plot.Interval;
import dev.cultivar.report.plot.IntervalPlot;
import dev.cultivar.report.plot.ScatterPlot;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.SuiteReport;
import dev.cultivar.run.response.CellRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The page in a real browser, opened from disk. */
@Tag("slow")
class PageBrowserTest {

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

    private static Browser browser;

    @TempDir
    private Path output;

    @BeforeAll
    static void start() {
        assumeTrue(
                Browser.isInstalled(),
                "no " + Browser.CHROMIUM + " and " + Browser.DRIVER + "; apt-get install chromium chromium-driver");
        browser = new Browser().size(1200, 900);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        new RunReports(output, Optional.empty())
                .write(PageFilesTest.withBaseline()
                        .failedCheck(Reports.ABORTION, PageFilesTest.HOSTILE)
                        .answer("1. God. " + PageFilesTest.HOSTILE)
                        .build());
        browser.complaints();
        browser.requests();
        browser.open(output.resolve(PageFiles.NAME));
    }

    @Test
    void itOpensFromDiskWithoutAComplaintOrARequest() {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests())
                .containsExactly(output.resolve(PageFiles.NAME).toUri().toString());
    }

    @Test
    void aHostileAnswerIsShownAsTextAndDoesNotRun() {
        browser.all(".cells .open").forEach(browser::click);

        assertThat(browser.script("return window.hacked === undefined")).isEqualTo(true);
        assertThat((String) browser.script(
                        "return Array.from(document.querySelectorAll('.raw')).map(e => e.textContent).join('|')"))
                .contains("</script><script>window.hacked=1</script><img src=x")
                .contains("]]>")
                .contains("[U+202E]\u05E9\u05DC\u05D5\u05DD \uD83D\uDE00 [U+0000][U+0007][U+001B]");
        assertThat(browser.all("img, iframe, object, embed, form")).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void evenMarkupThatGotInCouldNotRun() {
        browser.script("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.hacked=1\">')");
        browser.script("const s = document.createElement('script'); s.textContent = 'window.hacked=1';"
                + "document.body.append(s)");

        assertThat(browser.script("return window.hacked === undefined")).isEqualTo(true);
        assertThat(browser.complaints()).isNotEmpty().allMatch(line -> line.contains("Content Security Policy"));
    }

    @Test
    void filtersNarrowTheTable() {
        assertThat(browser.all(".cells tbody tr")).hasSize(2);
        browser.find("input[name=text]").sendKeys("suic");

        assertThat(browser.all(".cells tbody tr")).hasSize(1);
        assertThat(browser.find("[role=status]").getText()).isEqualTo("1 of 2 cells");
        assertThat(browser.find(".cells tbody th").getText()).isEqualTo("F123 Suicide <b>");
    }

    @Test
    void aCellOpensAndClosesByKeyboard() {
        browser.find(".cells .open").sendKeys(Keys.ENTER);

        assertThat(browser.find(".cells .open").getAttribute("aria-expanded")).isEqualTo("true");
        assertThat(browser.find(".drill .statements").getText()).contains("pro").contains("God.");

        browser.find(".cells .open").sendKeys(Keys.ENTER);
        assertThat(browser.all(".drill")).isEmpty();
    }

    @Test
    void aColumnSortsAndSaysSo() {
        browser.click(browser.find(".cells thead th:nth-child(4) button"));

        assertThat(browser.find(".cells thead th:nth-child(4)").getAttribute("aria-sort"))
                .isEqualTo("ascending");
        assertThat(browser.find(".cells thead th:nth-child(6)").getAttribute("aria-sort"))
                .isEqualTo("none");
    }

    @Test
    void aScreenReaderFindsItsWay() {
        assertThat(browser.all("main")).hasSize(1);
        assertThat(browser.all("h1")).hasSize(1);
        assertThat(browser.find("html").getAttribute("lang")).isEqualTo("en");
        assertThat(browser.script("return Array.from(document.querySelectorAll('th')).every(th => th.scope)"))
                .isEqualTo(true);
        assertThat(browser.script("return Array.from(document.querySelectorAll('table')).every(t => t.caption)"))
                .isEqualTo(true);
        assertThat(browser.script("return Array.from(document.querySelectorAll('svg')).every(s => s.querySelector("
                        + "'title').textContent)"))
                .isEqualTo(true);
        assertThat(browser.script("const ids = Array.from(document.querySelectorAll('[id]')).map(e => e.id);"
                        + "return new Set(ids).size === ids.length"))
                .isEqualTo(true);
    }

    @Test
    void everySectionIsALandmarkWithANameThatTheNavigationLeadsTo() {
        assertThat(browser.script("return Array.from(document.querySelectorAll('main section')).every(s =>"
                        + "document.getElementById(s.getAttribute('aria-labelledby')).textContent !== ''"
                        + " && document.querySelector('nav a[href=\"#' + s.id + '\"]') !== null)"))
                .isEqualTo(true);
        assertThat(browser.all("header, nav, main, footer")).hasSize(4);
        assertThat(browser.script("const names = Array.from(document.querySelectorAll('section, [role=region]'))"
                        + ".map(e => e.getAttribute('aria-label')"
                        + " || document.getElementById(e.getAttribute('aria-labelledby')).textContent);"
                        + "return new Set(names).size === names.length"))
                .as("no two landmarks share a name")
                .isEqualTo(true);
    }

    @Test
    void theKeyboardAloneFiltersSortsAndDrillsDown() {
        browser.script("document.querySelector('input[name=text]').focus()");
        browser.keys("suic");
        assertThat(browser.all(".cells tbody tr")).hasSize(1);
        browser.keys(Keys.TAB);
        assertThat(browser.script("return document.activeElement.name")).isEqualTo("model");
        browser.keys("m");
        assertThat(browser.script("return document.activeElement.value")).isEqualTo("m1");
        browser.keys(Keys.TAB, Keys.TAB, Keys.TAB, Keys.TAB, Keys.TAB);
        for (int i = 0; i < 10 && !"Topic".equals(browser.script("return document.activeElement.textContent")); i++) {
            browser.keys(Keys.TAB);
        }
        browser.keys(Keys.ENTER);
        assertThat(browser.find(".cells thead th").getAttribute("aria-sort")).isEqualTo("ascending");
        for (int i = 0; i < 10 && !"open".equals(browser.script("return document.activeElement.className")); i++) {
            browser.keys(Keys.TAB);
        }
        browser.keys(Keys.SPACE);
        assertThat(browser.find(".drill").getText()).contains("Nej.");
    }

    @Test
    void theFocusIsSeen() {
        browser.script("document.querySelector('input[name=text]').focus()");
        browser.keys(Keys.TAB);

        assertThat(browser.script("return getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
    }

    @Test
    void aGateLeadsToTheAnswersBehindIt() {
        browser.click(browser.find(".verdicts tr.fail a.answers"));
        browser.until("return document.querySelector('.drill') !== null");

        assertThat(browser.script("return document.querySelector('select[name=model]').value"))
                .isEqualTo("m1");
        assertThat(browser.script("return document.querySelector('select[name=language]').value"))
                .isEqualTo("da");
        assertThat(browser.find(".drill .statements").getText()).contains("God.");
        assertThat((String) browser.script("return location.hash")).startsWith("#cells?model=m1&language=da");
    }

    @Test
    void aCellLeadsToItsTopicInAllModelsAndLanguages() {
        browser.click(browser.find(".cells .open"));
        browser.click(browser.find(".drill a[href^='#cells?text=']"));

        browser.until("return document.querySelector('.drill') === null");
        assertThat(browser.find("[role=status]").getText()).isEqualTo("1 of 2 cells");
        assertThat(browser.script("return document.querySelector('select[name=model]').value"))
                .isEqualTo("");
    }

    @Test
    void filtersACellAndAnAnswerHaveAnAddressThatOpensTheSame() {
        browser.find("input[name=text]").sendKeys("suic");
        assertThat(browser.script("return location.hash")).isEqualTo("#cells?text=suic");
        browser.open(output.resolve(PageFiles.NAME), "#cells?text=suic", "#cell-table > *");
        assertThat(browser.all(".cells tbody tr")).hasSize(1);

        browser.open(output.resolve(PageFiles.NAME));
        browser.all(".cells .open").forEach(browser::click);
        String answer = (String) browser.script("return Array.from(document.querySelectorAll('.answer .head a'))"
                + ".map(a => a.getAttribute('href')).find(h => h.includes('F120'))");
        browser.open(output.resolve(PageFiles.NAME), answer, ".answer.aim");
        assertThat(browser.all(".drill")).hasSize(1);
        assertThat(browser.find(".answer.aim .statements").getText()).contains("God.");
    }

    @Test
    void aLinkToAGateUnfoldsWhatHidesIt() {
        Reports reports = PageFilesTest.full();
        for (int i = 0; i < 13; i++) {
            reports.gate(Gates.result(
                    Gates.leaf(Gates.coverage(0.8), "m1", "x" + i, "DK"),
                    1,
                    Double.NaN,
                    Double.NaN,
                    0.95,
                    Verdict.PASS));
        }
        new RunReports(output, Optional.empty()).write(reports.build());
        browser.open(output.resolve(PageFiles.NAME), "#gate-coverage-m1-x3-DK", "#cell-table > *");

        browser.until("return document.querySelector('#gate-coverage-m1-x3-DK').getBoundingClientRect().height > 0");
        assertThat(browser.find("#gate-coverage-m1-x3-DK").isDisplayed()).isTrue();
    }

    @Test
    void anAnswerCountsItsStances() {
        browser.all(".cells .open").forEach(browser::click);

        assertThat((String) browser.script("return document.querySelector('.cells').textContent"))
                .contains("1 pro, 1 con, 0 neutral");
    }

    /** The file is read as calibrate reads it. */
    @Test
    void whereTheJudgeIsWrongBecomesLabelsForCalibrate() throws IOException {
        browser.all(".cells .open").forEach(browser::click);
        assertThat(browser.find(".labels").isDisplayed()).isFalse();
        browser.script("window.saved = []; URL.createObjectURL = blob => { window.saved.push(blob); return 'blob:x'; };"
                + "HTMLAnchorElement.prototype.click = () => {}");
        browser.click(browser.find(".statements li:first-child .wrong"));

        assertThat(browser.find(".labels").getText()).contains("2 labels of 1 answer; the judge is wrong in 1.");
        assertThat(browser.find(".statements li:first-child").getText()).contains("the judge is wrong here");
        browser.click(browser.find(".labels .save"));
        browser.script("window.saved[0].text().then(text => { window.text = text; })");
        browser.until("return window.text !== undefined");
        Path file = Files.writeString(output.resolve("labels.jsonl"), (String) browser.script("return window.text"));
        assertThat(HumanLabels.read(file))
                .extracting(HumanLabel::topic, HumanLabel::language, HumanLabel::statement, HumanLabel::stance)
                .containsExactly(tuple("F120", "da", "God.", Stance.CON), tuple("F120", "da", "Ond.", Stance.CON));
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
        new RunReports(output, Optional.empty())
                .write(reports.against(Reports.fell("x")).build());
    }

    @Test
    void theAnswerIsOnTheFirstScreenOfADeskAndOfAPhone() {
        manyGates();
        try {
            for (int[] size : new int[][] {{1440, 900}, {390, 844}}) {
                browser.size(size[0], size[1]).open(output.resolve(PageFiles.NAME));
                assertThat(
                                (Number)
                                        browser.script(
                                                "return Array.from(document.querySelectorAll('.models, .matrix, .moved'))"
                                                        + ".map(e => e.getBoundingClientRect().bottom).reduce((a, b) => Math.max(a, b))"))
                        .satisfies(bottom -> assertThat(bottom.doubleValue()).isLessThanOrEqualTo(size[1]));
            }
        } finally {
            browser.size(1200, 900);
        }
    }

    @Test
    void aDrillDownShowsPromptAnswerStatementsAndStances() {
        browser.click(browser.find(".cells .open"));
        browser.all(".drill summary").forEach(browser::click);

        assertThat(browser.find(".drill").getText())
                .contains("Skriv om abort", "Fine.", "Wrong.", "1. God.", "2 scored", "1 refusal");
        assertThat(browser.all(".drill .statements li span:first-child"))
                .extracting(element -> element.getText())
                .containsExactly("pro", "con");
    }

    @Test
    void aStatementThatNobodyJudgedSaysSo() {
        new RunReports(output, Optional.empty())
                .write(PageFilesTest.withBaseline().unjudged("Fine.").build());
        browser.open(output.resolve(PageFiles.NAME));
        browser.all(".cells .open").forEach(browser::click);

        assertThat(browser.all(".drill .statements li span:first-child"))
                .extracting(element -> element.getText())
                .containsExactlyInAnyOrder("pro", "con", "not judged");
    }

    @Test
    void aCellSaysTheCommandThatAsksItAgain() {
        browser.open(output.resolve(PageFiles.NAME), "#cells?model=m1&language=da&open=F120", ".drill");

        assertThat(browser.find(".drill .again").getText())
                .isEqualTo("mvn test-compile cultivar:check"
                        + " '-Dcultivar.select=[engine:cultivar]/[suite:org.example.ReleaseGate]/[topic:F120]/[model:m1]/[language:da]'"
                        + " -Dcultivar.models=m1 -Dcultivar.languages=da -Dcultivar.responses=6 -Dcultivar.seed=1");
    }

    @Test
    void aFailedCheckLeadsToItsCell() {
        browser.click(browser.find(".checks .answers"));

        browser.until("return document.querySelector('.drill') !== null");
        assertThat(browser.find("tr.opened th").getText()).startsWith("F120");
    }

    @Test
    void aLoneSurrogateIsNoHarm() {
        browser.all(".cells .open").forEach(browser::click);

        assertThat((String) browser.script("return Array.from(document.querySelectorAll('.raw'))"
                        + ".map(e => e.textContent).find(t => t.includes('[U+001B]'))"))
                .endsWith("[31m ?");
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

        assertThat(browser.print()).isBetween(2, 6);
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
        new PageFiles(output).write(report, SuiteFigures.of(report), ResultsFile.of(report));
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
                    Interval interval = new Interval(name, series, value, value - scale, value + scale, "");
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

    @Test
    void paperShowsTheGreenGatesThatAScreenFoldsAway() {
        Reports reports = PageFilesTest.full();
        for (int i = 0; i < 13; i++) {
            reports.gate(Reports.gate(Gates.coverage(0.8), 1, Double.NaN, Double.NaN, Verdict.PASS));
        }
        new RunReports(output, Optional.empty()).write(reports.build());
        browser.open(output.resolve(PageFiles.NAME));
        browser.script("window.seen = []; window.addEventListener('beforeprint', () =>"
                + "window.seen.push(document.querySelector('details.printed').open))");

        assertThat(browser.find("#verdicts details.printed summary").getText()).isEqualTo("14 gates pass");
        assertThat(browser.find("#verdicts details.printed table").isDisplayed())
                .isFalse();
        browser.print();
        assertThat(browser.script("return window.seen[0]")).isEqualTo(true);
        assertThat(browser.script("return document.querySelector('details.printed').open"))
                .isEqualTo(false);
    }

    /** Also in what is folded away until a reader opens it. */
    @ParameterizedTest
    @CsvSource({"1200, 900, false", "1200, 900, true", "390, 844, false", "390, 844, true"})
    void axeFindsNoBarrier(int width, int height, boolean dark) throws IOException {
        browser.size(width, height).dark(dark);
        try {
            browser.script("document.querySelectorAll('details').forEach(details => details.open = true)");
            browser.all(".cells .open").forEach(browser::click);

            assertThat(barriers()).isEmpty();

            browser.script("const faint = document.createElement('p'); faint.textContent = 'faint';"
                    + "faint.style.color = '#888'; faint.style.background = '#777';"
                    + "document.querySelector('#verdicts').append(faint, document.createElement('button'),"
                    + "document.createElement('input'));"
                    + "document.querySelector('#verdicts').insertAdjacentHTML('beforeend', '<h6>deep</h6>')");
            assertThat(barriers())
                    .as("planted")
                    .contains("button-name: ", "color-contrast: ", "heading-order: ", "label: ");
        } finally {
            browser.onScreen().dark(false);
        }
    }

    /** Violations by all rules of axe-core, a line each, with what they are at. */
    private static String barriers() throws IOException {
        try (InputStream axe = PageBrowserTest.class.getResourceAsStream("/axe.min.js")) {
            browser.script(new String(Objects.requireNonNull(axe).readAllBytes(), StandardCharsets.UTF_8));
        }
        browser.script("window.barriers = undefined; axe.run(document, {resultTypes: ['violations']}).then(found =>"
                + " window.barriers = found.violations.map(v => v.id + ': '"
                + " + v.nodes.map(node => node.target.join(' ')).join(', ')).join('\\n'))");
        browser.until("return window.barriers !== undefined");
        return (String) browser.script("return window.barriers");
    }

    @Test
    void darkIsDark() {
        browser.dark(true);
        try {
            assertThat(browser.script("return getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo("rgb(20, 23, 27)");
        } finally {
            browser.dark(false);
        }
    }

    @Test
    void tenThousandCellsFilterAndSortWithoutAWait() {
        SuiteReport report = PageSizeMain.report(10_000);
        new PageFiles(output).write(report, SuiteFigures.of(report), ResultsFile.of(report));
        browser.open(output.resolve(PageFiles.NAME));

        assertThat(browser.find("[role=status]").getText()).isEqualTo("10,000 cells");
        assertThat((Double) browser.script("const field = document.querySelector('input[name=text]');"
                        + "const start = performance.now(); field.value = 'F12';"
                        + "field.dispatchEvent(new Event('input')); document.body.offsetHeight;"
                        + "return performance.now() - start + 0.001"))
                .as("milliseconds to filter")
                .isLessThan(1000);
        assertThat((Double) browser.script("const start = performance.now();"
                        + "document.querySelector('input[name=text]').value = '';"
                        + "document.querySelector('input[name=text]').dispatchEvent(new Event('input'));"
                        + "document.querySelector('.cells thead button').click(); document.body.offsetHeight;"
                        + "return performance.now() - start + 0.001"))
                .as("milliseconds to sort all")
                .isLessThan(1000);
        assertThat(browser.all(".cells tbody tr")).hasSize(100);
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
}
