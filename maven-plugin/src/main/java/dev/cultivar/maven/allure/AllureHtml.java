package dev.cultivar.maven.allure;

import dev.cultivar.results.ResultsFile;
import dev.cultivar.text.Plural;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/** Generates the HTML for a folder of Allure results, and makes sure that it shows all of them. */
public final class AllureHtml {

    private final Log log;
    private final AllureCommand command;

    public AllureHtml(Log log, AllureCommand command) {
        this.log = log;
        this.command = command;
    }

    /**
     * Generates the report.
     *
     * @param results folder of Allure results
     * @param written the results of the runs; each gate must have its Allure result, or a report would show only some of them
     * @param report folder of the report
     * @param kept folder of the history
     */
    public void write(Path results, ResultsFile written, Path report, Path kept) throws MojoExecutionException {
        AllureResultCount expected = AllureResultCount.of(results);
        if (expected.gates() != written.gates().size()) {
            throw new MojoExecutionException(
                    "There are Allure results of " + Plural.of(expected.gates(), "gate") + " in " + results
                            + ", but the last run decided " + written.gates().size() + ". Run cultivar:run again.");
        }
        try {
            AllureReport.bringHistory(kept, results);
            Path file = command.generate(results, report);
            AllureReport shown = AllureReport.read(file);
            requireShown(shown, file, expected, results);
            shown.keepHistory(kept);
            log.info("Allure report of " + shown.tests() + " tests: " + file.toAbsolutePath());
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "The Allure report cannot be made in " + report + " ("
                            + e.getClass().getSimpleName() + ": " + e.getMessage() + ").",
                    e);
        }
    }

    /** Fails where the report does not show all results. Allure succeeds even if it cannot read some of them, and shows the others. */
    public static void requireShown(AllureReport report, Path file, AllureResultCount expected, Path results)
            throws MojoExecutionException {
        if (report.tests() != expected.tests()) {
            throw new MojoExecutionException("The Allure report " + file + " shows " + report.tests()
                    + " tests, but there are results of " + expected.tests() + " in " + results
                    + ". Delete that folder, then run cultivar:run and cultivar:report again.");
        }
    }
}
