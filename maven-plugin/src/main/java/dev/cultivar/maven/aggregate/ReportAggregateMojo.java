package dev.cultivar.maven.aggregate;

import dev.cultivar.maven.allure.AllureCommand;
import dev.cultivar.maven.allure.AllureHtml;
import dev.cultivar.maven.run.Verification;
import dev.cultivar.report.AggregateReports;
import dev.cultivar.results.ResultsException;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.text.Plural;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Joins the results of all modules that this one declares as dependencies: {@code results.json}, {@code summary.md}, {@code
 * report.html} and one Allure report. Makes no calls. Red if a module's results are missing or stale.
 */
@Mojo(name = "report-aggregate", defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST, threadSafe = true)
public class ReportAggregateMojo extends AbstractAggregateMojo {

    /** Folder for the history of earlier reports. Keep it between builds. */
    @Parameter(property = "cultivar.allure.history", defaultValue = "${project.basedir}/.cultivar/allure-history")
    private File allureHistory;

    @Override
    void perform(Map<ModuleRun, Verification.Found> found, List<String> mistakes) throws MojoExecutionException {
        requireNone(mistakes);
        Path allure = folder().resolve("allure-results");
        ResultsFile joined;
        try {
            joined = new AggregateReports(folder(), allure)
                    .write(found.keySet().stream().map(ModuleRun::forReports).toList());
        } catch (ResultsException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
        getLog().info("Cultivar: " + Plural.of(joined.gates().size(), "gate") + " and "
                + Plural.of(joined.cells().size(), "cell") + " of " + Plural.of(found.size(), "module") + " joined in "
                + folder() + ".");
        List<ModuleRun> silent =
                found.keySet().stream().filter(run -> run.allure().isEmpty()).toList();
        if (silent.size() == found.size()) {
            getLog().info("No module writes Allure results, so there is no Allure report.");
            return;
        }
        for (ModuleRun run : silent) {
            throw new MojoExecutionException(
                    "Module " + run.name() + " writes no Allure results, so the report would be without"
                            + " it. Set cultivar.allure.results=none in all modules or in none.");
        }
        AllureHtml html = new AllureHtml(getLog(), new AllureCommand(project, session, repositories, folder()));
        html.write(allure, joined, folder().resolve("allure-report"), allureHistory.toPath());
    }
}
