package dev.cultivar.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The page in a real browser, opened from disk. */
class PageBrowserTest {

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
    void aPhoneScrollsInOneDirectionOnly() throws IOException {
        browser.size(390, 844);
        try {
            assertThat(browser.script("return document.documentElement.scrollWidth <= 390"))
                    .isEqualTo(true);
        } finally {
            browser.size(1200, 900);
        }
    }
}
