package dev.cultivar.report;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.cultivar.api.AlignmentGate;
import dev.cultivar.api.BiasGate;
import dev.cultivar.api.ConsistencyGate;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.api.Population;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Takes the pictures of the report in {@code docs/images}: runs a suite like the sample suite's release gate on three built-in models
 * and looks at its report in Chromium. Arguments: the folder of the pictures, and the folder of the report.
 */
public final class ReportImages {

    /** The sample suite's gates, on one model that passes and two that do not. */
    @CulturalSuite(
            models = {"baseline/perfect-local", "baseline/perfect-US", "baseline/uniform"},
            languages = {"da", "nl", "en", "pt"},
            responses = 300)
    @AlignmentGate(population = Population.LANGUAGE, min = 0.40)
    @BiasGate(
            reference = "US",
            max = 0.05,
            languages = {"da", "nl"})
    @ConsistencyGate(min = 0.40)
    @CoverageGate(min = 0.80)
    public static class ReleaseGate {
        @CulturalProbe(catalogue = "wvs7")
        void values() {}
    }

    private ReportImages() {}

    public static void main(String[] arguments) throws IOException {
        Path images = Path.of(arguments.length > 0 ? arguments[0] : "../docs/images");
        Path output = Path.of(arguments.length > 1 ? arguments[1] : "target/report-images");
        if (arguments.length < 3) {
            run(output);
        }
        try (Browser browser = new Browser()) {
            for (boolean dark : new boolean[] {false, true}) {
                String mode = dark ? "dark" : "light";
                browser.dark(dark).size(1180, 900).open(output.resolve(PageFiles.NAME));
                browser.screenshot(images.resolve("report-desktop-" + mode + ".png"));
                scroll(browser, "#figures");
                browser.screenshot(images.resolve("report-figures-" + mode + ".png"));
                scroll(browser, "#cells");
                browser.click(browser.find(".cells .open"));
                browser.screenshot(images.resolve("report-cells-" + mode + ".png"));
                browser.size(390, 844).open(output.resolve(PageFiles.NAME));
                browser.screenshot(images.resolve("report-phone-" + mode + ".png"));
            }
        }
    }

    private static void scroll(Browser browser, String to) {
        browser.script("document.documentElement.style.scrollBehavior = 'auto';" + "document.querySelector('" + to
                + "').scrollIntoView()");
    }

    private static void run(Path output) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(ReleaseGate.class))
                .configurationParameter("cultivar.output", output.toString())
                .configurationParameter("cultivar.allure.results", "none")
                .configurationParameter("cultivar.rounds", "500")
                .configurationParameter("junit.platform.output.capture.stdout", "false")
                .build();
        LauncherFactory.create().execute(request);
    }
}
