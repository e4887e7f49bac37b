package dev.cultivar.report.allure;

import dev.cultivar.report.figure.SuiteFigures;
import dev.cultivar.results.SuiteReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Writes Allure results of a suite, and the files that Allure reads beside them. Tests are the gates, the cells that a method of the suite's
 * own looked at, and for a model and language in which cells are red one more that names them; all other cells are evidence, attached to the
 * gates that rest on them.
 */
public final class AllureResults {

    private final Path folder;
    private final Path output;

    /**
     * Writes to a folder.
     *
     * @param folder of the Allure results
     * @param output of the other results, where a list of what was written is kept
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

    /** Those of them that are not there. */
    public List<String> missing() {
        return remembered().stream()
                .filter(name -> !Files.isRegularFile(folder.resolve(name)))
                .toList();
    }

    public void clear() {
        new AllureFolder(folder, output).forgetAll();
    }
}
