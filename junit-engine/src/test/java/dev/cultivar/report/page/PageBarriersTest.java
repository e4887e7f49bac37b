package dev.cultivar.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The page by keyboard, by screen reader and in the dark. */
class PageBarriersTest extends InBrowser {

    @Test
    void aCellOpensAndClosesByKeyboard() {
        browser.find(".cells .open").sendKeys(Keys.ENTER);

        assertThat(browser.find(".cells .open").getAttribute("aria-expanded")).isEqualTo("true");
        assertThat(browser.find(".drill .statements").getText()).contains("pro").contains("God.");

        browser.find(".cells .open").sendKeys(Keys.ENTER);
        assertThat(browser.all(".drill")).isEmpty();
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
        try (InputStream axe = PageBarriersTest.class.getResourceAsStream("/axe.min.js")) {
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
}
