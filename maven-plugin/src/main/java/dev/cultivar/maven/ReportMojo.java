package dev.cultivar.maven;

import dev.cultivar.report.ResultsException;
import dev.cultivar.report.ResultsFile;
import dev.cultivar.settings.Parameters;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Makes one HTML file, readable from disk without a network, of the Allure results that {@code run} or Surefire left in this
 * module. Asks no model. Red where there are no results, or the report does not show all of them.
 */
@Mojo(name = "report", defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST, threadSafe = true)
public class ReportMojo extends AbstractSuiteMojo {

    /** Folder in which the history and trends of earlier reports are kept; keep it from build to build. */
    @Parameter(property = Parameters.ALLURE_HISTORY, defaultValue = "${project.basedir}/.cultivar/allure-history")
    File allureHistory;

    @Override
    void perform() throws MojoExecutionException {
        Path results = allureFolder()
                .orElseThrow(
                        () -> new MojoExecutionException("cultivar.allure.results is 'none', so there are no Allure"
                                + " results to report on. Leave it out, run cultivar:run, then cultivar:report."));
        Path kept = allureHistory.toPath();
        AllureResultCount expected = AllureResultCount.of(results);
        requireAll(expected, results);
        try {
            AllureReport.bringHistory(kept, results);
            Path file =
                    new AllureCommand(this).generate(results, output.toPath().resolve("allure-report"));
            AllureReport report = AllureReport.read(file);
            requireShown(report, file, expected, results);
            report.keepHistory(kept);
            getLog().info("Allure report of " + report.tests() + " tests: " + file.toAbsolutePath());
        } catch (IOException e) {
            throw new MojoExecutionException("The Allure report cannot be made in " + output + ": " + e, e);
        }
    }

    /** Allure ends well over results that it cannot read, and shows the others. */
    static void requireShown(AllureReport report, Path file, AllureResultCount expected, Path results)
            throws MojoExecutionException {
        if (report.tests() != expected.tests()) {
            throw new MojoExecutionException("The Allure report " + file + " shows " + report.tests()
                    + " tests, but there are results of " + expected.tests() + " in " + results
                    + ". Delete that folder, then run cultivar:run and cultivar:report again.");
        }
    }

    /** Results that were deleted or cut would be a report that shows only what is left. */
    private void requireAll(AllureResultCount found, Path folder) throws MojoExecutionException {
        ResultsFile results;
        try {
            results = ResultsFile.read(output.toPath().resolve(ResultsFile.NAME));
        } catch (ResultsException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
        int written = results.cells().size() + results.gates().size();
        if (found.ours() != written) {
            throw new MojoExecutionException("There are Allure results of " + found.ours() + " cells and gates in "
                    + folder + ", but the last run wrote " + written + ". Run cultivar:run again.");
        }
    }
}
