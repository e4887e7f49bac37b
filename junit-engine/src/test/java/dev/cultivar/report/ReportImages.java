package dev.cultivar.report;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.cultivar.api.BiasGate;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.api.DistinctGate;
import dev.cultivar.api.RegressionGate;
import dev.cultivar.report.allure.RenderedAllureReport;
import dev.cultivar.report.page.Browser;
import dev.cultivar.report.page.ConsolePage;
import dev.cultivar.report.page.PageFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Takes the pictures of {@code docs/images}: runs a suite like the sample suite's release gate on three built-in models, and looks at its
 * report, at Allure's report and at what it printed in Chromium. Arguments: the folder of the pictures, the folder of the run, and
 * anything else to look again at the run that is there. {@code mvn -Pimages -pl junit-engine verify} calls it.
 */
public final class ReportImages {

    /** Candidates as real models are: noisy mixtures. One is like the last release, one drifted to the US, one a little. */
    private static final String LAB = """
        models:
          lab-7b-r0: {endpoint: planted, model: mix-local75-uniform25}
          lab-7b-r1: {endpoint: planted, model: mix-local78-uniform22, baseline: lab-7b-r0}
          lab-7b-r2: {endpoint: planted, model: mix-local25-US50-uniform25, baseline: lab-7b-r0}
          lab-7b-r3: {endpoint: planted, model: mix-local50-US20-uniform30, baseline: lab-7b-r0}
        """;

    private static final String BASELINE = "baselines/r0.json";

    /** The sample suite's gates and one on what moved, on three candidates. */
    @CulturalSuite(languages = {"da", "nl", "en", "pt"})
    @DistinctGate(
            min = 0.30,
            languages = {"da", "nl", "pt"})
    @DistinctGate(min = 0.05, languages = "en")
    @BiasGate(
            reference = "US",
            max = 0,
            languages = {"da", "nl", "pt"})
    @BiasGate(reference = "US", max = 0.15, languages = "en")
    @CoverageGate(min = 0.80)
    @RegressionGate(baseline = BASELINE, margin = 0.15)
    public static class ReleaseGate {
        @CulturalProbe(catalogue = "wvs7")
        void values() {}
    }

    /** A gate that is red. */
    private static final String GATE = "gate bias, lab-7b-r2 in Danish, the US";

    private ReportImages() {}

    public static void main(String[] arguments) throws IOException {
        Path images = Path.of(arguments.length > 0 ? arguments[0] : "../docs/images");
        Path output = Path.of(arguments.length > 1 ? arguments[1] : "target/report-images");
        Path printed = output.resolve("console.txt");
        if (arguments.length < 3) {
            Files.createDirectories(output);
            Files.writeString(printed, run(output));
        }
        Path console = ConsolePage.write(output.resolve("console.html"), Files.readString(printed));
        RenderedAllureReport allure =
                RenderedAllureReport.of(output.resolve("allure-results"), output.resolve("allure-report"), true);
        try (Browser browser = new Browser()) {
            for (boolean dark : new boolean[] {false, true}) {
                browser.dark(dark);
                page(browser, output.resolve(PageFiles.NAME), images, dark ? "dark" : "light");
                console(browser, console, images, dark ? "dark" : "light");
            }
            // Allure's page is light, whatever a reader prefers.
            allure(browser.dark(false), allure, images);
        }
    }

    private static void page(Browser browser, Path page, Path images, String mode) throws IOException {
        browser.size(1180, 900).open(page);
        browser.screenshot(images.resolve("report-desktop-" + mode + ".png"));
        scroll(browser, "#figures");
        browser.screenshot(images.resolve("report-figures-" + mode + ".png"));
        scroll(browser, "#cells");
        browser.click(browser.find(".cells .open"));
        browser.screenshot(images.resolve("report-cells-" + mode + ".png"));
        browser.size(390, 844).open(page);
        browser.screenshot(images.resolve("report-phone-" + mode + ".png"));
    }

    /** The verdicts, which a run prints last. */
    private static void console(Browser browser, Path page, Path images, String mode) throws IOException {
        browser.size(1180, 900).open(page, "#end", "#end");
        shootEnd(browser, images.resolve("console-desktop-" + mode + ".png"));
        browser.size(390, 844).open(page, "#end", "#end");
        shootEnd(browser, images.resolve("console-phone-" + mode + ".png"));
    }

    /** The beginnings of the last lines, of which the last is long. */
    private static void shootEnd(Browser browser, Path image) throws IOException {
        browser.script("window.scrollTo(0, document.documentElement.scrollHeight)");
        browser.screenshot(image);
    }

    private static void allure(Browser browser, RenderedAllureReport allure, Path images) throws IOException {
        Path page = allure.page();
        browser.size(1180, 900).open(page, "", ".widget__table, .widget__body");
        browser.screenshot(images.resolve("allure-desktop.png"));
        browser.open(page, "#categories", ".node__name");
        browser.screenshot(images.resolve("allure-categories.png"));
        browser.size(1180, 1500).open(page, allure.place(GATE), ".test-result .attachment-row");
        browser.screenshot(images.resolve("allure-gate-desktop.png"));
        browser.size(390, 1200).open(page, allure.place(GATE), ".test-result .attachment-row");
        browser.screenshot(images.resolve("allure-gate-phone.png"));
    }

    private static void scroll(Browser browser, String to) {
        browser.script("document.documentElement.style.scrollBehavior = 'auto';" + "document.querySelector('" + to
                + "').scrollIntoView()");
    }

    /** What the candidates' run prints, after the last release was asked and saved. */
    private static String run(Path output) throws IOException {
        Path config = Files.writeString(output.resolve("lab.yaml"), LAB);
        Path before = output.resolve("before");
        run("lab-7b-r0", before, output, config);
        Path baseline = output.resolve(BASELINE);
        Files.createDirectories(baseline.getParent());
        Files.copy(
                new RunReports(before, Optional.empty()).baseline(ReleaseGate.class.getName()),
                baseline,
                StandardCopyOption.REPLACE_EXISTING);
        return run("lab-7b-r1,lab-7b-r2,lab-7b-r3", output, output, config);
    }

    private static String run(String models, Path output, Path basedir, Path config) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(ReleaseGate.class))
                .configurationParameter("cultivar.models", models)
                .configurationParameter("cultivar.config", config.toString())
                .configurationParameter("cultivar.basedir", basedir.toString())
                .configurationParameter("cultivar.output", output.toString())
                .configurationParameter(
                        "cultivar.allure.results",
                        output.resolve("allure-results").toString())
                .configurationParameter("junit.platform.output.capture.stdout", "false")
                .build();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream console = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            LauncherFactory.create().execute(request);
        } finally {
            System.setOut(console);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
