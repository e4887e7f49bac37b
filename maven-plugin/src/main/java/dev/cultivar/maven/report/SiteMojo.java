package dev.cultivar.maven.report;

import dev.cultivar.maven.PlainLog;
import dev.cultivar.maven.build.SkippedBuild;
import dev.cultivar.maven.run.Verification;
import dev.cultivar.report.markdown.VerdictTable;
import dev.cultivar.report.words.verdict.RunVerdict;
import dev.cultivar.results.ResultsException;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.text.Plural;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.reporting.AbstractMavenReport;
import org.apache.maven.reporting.MavenReportException;

/**
 * A page of the project's site: the verdict, every gate with its interval, and links to the whole reports, which are copied
 * beside it. Makes no calls. Red if there are no results, or if they are older than the suites.
 */
@Mojo(name = "site", threadSafe = true)
public class SiteMojo extends AbstractMavenReport {

    @Override
    public Log getLog() {
        return PlainLog.of(super.getLog());
    }

    private static final String FOLDER = "cultivar";

    /** Set to {@code true} to leave the page out. */
    @Parameter(property = "cultivar.skip", defaultValue = "false")
    private boolean skip;

    /** Folder that holds the results; for joined modules, that of {@code report-aggregate}. */
    @Parameter(property = "cultivar.output", defaultValue = "${project.build.directory}/cultivar")
    private File output;

    /** Whether a site without any results fails the build; otherwise the page is left out. */
    @Parameter(property = "cultivar.failIfNoTests", defaultValue = "true")
    private boolean failIfNoTests;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Override
    @SuppressWarnings("deprecation") // its successor calls it, and older site plugins know no other
    public String getOutputName() {
        return FOLDER;
    }

    @Override
    public String getName(Locale locale) {
        return "Cultural alignment";
    }

    @Override
    public String getDescription(Locale locale) {
        return "Gates on the cultural alignment of language models, by Cultivar.";
    }

    @Override
    public boolean canGenerateReport() {
        boolean expected = failIfNoTests && SkippedBuild.of(session, project).isEmpty();
        return !skip && (expected || Files.exists(file()));
    }

    @Override
    protected void executeReport(Locale locale) throws MavenReportException {
        ResultsFile results = results();
        Sink sink = getSink();
        sink.head();
        sink.title();
        sink.text(getName(locale));
        sink.title_();
        sink.head_();
        sink.body();
        sink.section1();
        sink.sectionTitle1();
        sink.text("Cultural alignment: " + RunVerdict.of(results));
        sink.sectionTitle1_();
        paragraph(
                sink,
                Plural.of(results.gates().size(), "gate") + " over "
                        + Plural.of(results.cells().size(), "cell") + ". Run of "
                        + results.run().started() + " to " + results.run().finished() + ", Cultivar "
                        + results.run().cultivar() + ".");
        link(sink, "report.html", "The whole report: figures, cells, answers, settings");
        link(sink, "allure-report/index.html", "The Allure report");
        gates(sink, VerdictTable.rows(results));
        checks(sink, VerdictTable.failedChecks(results));
        sink.section1_();
        sink.body_();
    }

    private Path file() {
        return output.toPath().resolve(ResultsFile.NAME);
    }

    private ResultsFile results() throws MavenReportException {
        try {
            ResultsFile results = ResultsFile.read(file());
            Verification.requireFresh(file(), Path.of(project.getBuild().getTestOutputDirectory()));
            return results;
        } catch (ResultsException | MojoExecutionException e) {
            throw new MavenReportException(e.getMessage(), e);
        }
    }

    private static void gates(Sink sink, List<List<String>> rows) {
        sink.section2();
        sink.sectionTitle2();
        sink.text("Gates");
        sink.sectionTitle2_();
        sink.table();
        sink.tableRows(null, false);
        sink.tableRow();
        for (String head : VerdictTable.HEADS) {
            sink.tableHeaderCell();
            sink.text(head);
            sink.tableHeaderCell_();
        }
        sink.tableRow_();
        for (List<String> row : rows) {
            sink.tableRow();
            for (String cell : row) {
                sink.tableCell();
                sink.text(cell);
                sink.tableCell_();
            }
            sink.tableRow_();
        }
        sink.tableRows_();
        sink.table_();
        sink.section2_();
    }

    private static void checks(Sink sink, List<String> failed) {
        if (failed.isEmpty()) {
            return;
        }
        sink.section2();
        sink.sectionTitle2();
        sink.text("Failed checks of the suites' own probes");
        sink.sectionTitle2_();
        sink.list();
        for (String check : failed) {
            sink.listItem();
            sink.text(check);
            sink.listItem_();
        }
        sink.list_();
        sink.section2_();
    }

    /** Copies a single-file report beside the page, where there is one, and links to it. */
    private void link(Sink sink, String name, String text) throws MavenReportException {
        Path from = output.toPath().resolve(name);
        if (!Files.isRegularFile(from)) {
            return;
        }
        Path to = getReportOutputDirectory().toPath().resolve(FOLDER).resolve(name);
        try {
            Files.createDirectories(to.resolveSibling("."));
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new MavenReportException(from + " cannot be copied to the site: " + e.getMessage(), e);
        }
        sink.paragraph();
        sink.link(FOLDER + "/" + name);
        sink.text(text);
        sink.link_();
        sink.paragraph_();
    }

    private static void paragraph(Sink sink, String text) {
        sink.paragraph();
        sink.text(text);
        sink.paragraph_();
    }
}
