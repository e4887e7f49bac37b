package dev.cultivar.report.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cultivar.report.Reports;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, opened from disk. */
@Tag("slow")
abstract class InBrowser {

    static Browser browser;

    @TempDir
    Path output;

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
        PageReports.withBaseline()
                .failedCheck(Reports.ABORTION, PageReports.HOSTILE)
                .answer("1. God. " + PageReports.HOSTILE)
                .write(output);
        browser.complaints();
        browser.requests();
        browser.open(output.resolve(PageFiles.NAME));
    }
}
