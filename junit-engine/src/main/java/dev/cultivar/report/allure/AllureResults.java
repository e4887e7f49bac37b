package dev.cultivar.report.allure;

import dev.cultivar.report.figure.SuiteFigures;
import dev.cultivar.results.SuiteReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Writes a suite's Allure results, and the files that Allure reads with them. The tests are the gates, the cells that the suite's own
 * methods looked at, and one more for each model and language with red cells, which names them. All other cells are evidence, attached to
 * the gates that rest on them.
 */
public final class AllureResults {

    private final Path folder;
    private final Path output;

    /**
     * Writes to a folder.
     *
     * @param folder folder of the Allure results
     * @param output folder of the other results, which also keeps a list of the files written
     */
    public AllureResults(Path folder, Path output) {
        this.folder = folder;
        this.output = output;
    }

    public void write(SuiteReport report, SuiteFigures figures) {
        AllureFolder files = new AllureFolder(folder, output);
        files.forget(report.suite());
        AllureEvidence evidence = new AllureEvidence(report, files);
        new AllureGates(report, figures, files, evidence).write(files::write);
        new AllureChecks(report, files, evidence).write(files::write);
        new AllureSamples(report, evidence).write(files::write);
        new AllureSideFiles(report).writeTo(files);
        files.remember(report.suite());
        new AllureListener(folder).giveWay(report.suite(), !report.gates().isEmpty(), files.written());
    }

    public void remove(String suite) {
        new AllureFolder(folder, output).forget(suite);
    }

    /** Names of the results and attachments that the last runs of all suites wrote. */
    public Set<String> remembered() {
        return new AllureFolder(folder, output).remembered();
    }

    /** The names of those files that are missing. */
    public List<String> missing() {
        return remembered().stream()
                .filter(name -> !Files.isRegularFile(folder.resolve(name)))
                .toList();
    }

    public void clear() {
        new AllureFolder(folder, output).forgetAll();
    }
}
