package dev.cultivar.maven.report;

import dev.cultivar.maven.AbstractSuiteMojo;
import dev.cultivar.maven.allure.AllureCommand;
import dev.cultivar.maven.allure.AllureHtml;
import dev.cultivar.maven.allure.AllureResultCount;
import dev.cultivar.maven.build.SkippedBuild;
import dev.cultivar.report.allure.AllureResults;
import dev.cultivar.results.ResultsException;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.text.Plural;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Turns the Allure results that {@code run} or Surefire left in this module into one HTML file, which opens from disk without a network.
 * Makes no calls. Red if there are no results, or the report does not show all of them.
 */
@Mojo(name = "report", defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST, threadSafe = true)
public class ReportMojo extends AbstractSuiteMojo {

    /** Folder for the history of earlier reports. Keep it between builds. */
    @Parameter(property = "cultivar.allure.history", defaultValue = "${project.basedir}/.cultivar/allure-history")
    File allureHistory;

    @Override
    protected void perform() throws MojoExecutionException {
        Optional<SkippedBuild> skipped = skippedTests();
        if (skipped.isPresent()) {
            getLog().info("Cultivar: " + skipped.get().why());
            return;
        }
        Path results = allureFolder()
                .orElseThrow(
                        () -> new MojoExecutionException("cultivar.allure.results is 'none', so there are no Allure"
                                + " results to report on. Leave it out, run cultivar:run, then cultivar:report."));
        // Before the results are read: where nothing ran at all, a message about missing results says more.
        AllureResultCount found = AllureResultCount.of(results);
        ResultsFile written;
        try {
            written = ResultsFile.read(output.toPath().resolve(ResultsFile.NAME));
        } catch (ResultsException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
        requireAll(results, found);
        new AllureHtml(getLog(), new AllureCommand(project, session, repositories, output.toPath()))
                .write(results, written, output.toPath().resolve("allure-report"), allureHistory.toPath());
    }

    /** A report of only some of the results, or one that includes an earlier run's, would look like a report of all. */
    private void requireAll(Path results, AllureResultCount found) throws MojoExecutionException {
        AllureResults last = new AllureResults(results, output.toPath());
        List<String> missing = last.missing();
        Set<String> leftOver = new TreeSet<>(found.ours());
        leftOver.removeAll(last.remembered());
        if (!missing.isEmpty() || !leftOver.isEmpty()) {
            throw new MojoExecutionException("Of the Allure files that the last run wrote to " + results + ", "
                    + Plural.of(missing.size(), "is", "are") + " missing, and "
                    + Plural.of(leftOver.size(), "result is", "results are")
                    + " of another run. Run cultivar:run again.");
        }
    }
}
