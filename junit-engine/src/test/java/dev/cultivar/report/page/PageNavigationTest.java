package dev.cultivar.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Gates;
import dev.cultivar.report.Reports;
import dev.cultivar.report.figure.SuiteFigures;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.SuiteReport;
import org.junit.jupiter.api.Test;

/** Filters, order and links. */
class PageNavigationTest extends InBrowser {

    @Test
    void filtersNarrowTheTable() {
        assertThat(browser.all(".cells tbody tr")).hasSize(2);
        browser.find("input[name=text]").sendKeys("suic");

        assertThat(browser.all(".cells tbody tr")).hasSize(1);
        assertThat(browser.find("[role=status]").getText()).isEqualTo("1 of 2 cells");
        assertThat(browser.find(".cells tbody th").getText()).isEqualTo("F123 Suicide <b>");
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
    void aFailedCheckLeadsToItsCell() {
        browser.click(browser.find(".checks .answers"));

        browser.until("return document.querySelector('.drill') !== null");
        assertThat(browser.find("tr.opened th").getText()).startsWith("F120");
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
        Reports reports = PageReports.full();
        for (int i = 0; i < 13; i++) {
            reports.gate(Gates.result(
                    Gates.leaf(Gates.coverage(0.8), "m1", "x" + i, "DK"),
                    1,
                    Double.NaN,
                    Double.NaN,
                    0.95,
                    Verdict.PASS));
        }
        reports.write(output);
        browser.open(output.resolve(PageFiles.NAME), "#gate-coverage-m1-x3-DK", "#cell-table > *");

        browser.until("return document.querySelector('#gate-coverage-m1-x3-DK').getBoundingClientRect().height > 0");
        assertThat(browser.find("#gate-coverage-m1-x3-DK").isDisplayed()).isTrue();
    }

    @Test
    void tenThousandCellsFilterAndSortWithoutAWait() {
        SuiteReport report = PageSizeMain.report(10_000);
        new PageFiles(output).write(report, SuiteFigures.of(report), () -> ResultsFile.of(report));
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
}
