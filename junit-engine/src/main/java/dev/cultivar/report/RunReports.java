package dev.cultivar.report;

import dev.cultivar.report.allure.AllureListener;
import dev.cultivar.report.allure.AllureResults;
import dev.cultivar.report.console.ConsoleReport;
import dev.cultivar.report.figure.SuiteFigures;
import dev.cultivar.report.page.PageFiles;
import dev.cultivar.results.ResultsException;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.SuiteParts;
import dev.cultivar.results.SuiteReport;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Settings;
import dev.cultivar.settings.Settings.Print;
import dev.cultivar.text.FileName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Writes the results of a finished suite: {@code results.json}, {@code results.csv}, {@code responses.jsonl} and {@code summary.md} in the
 * output folder, and Allure results. Several suites of one module share the same files, whichever process ran them.
 */
public final class RunReports {

    private final Path output;
    private final Optional<Path> allure;

    /**
     * Reports to the given folders.
     *
     * @param output folder of the results
     * @param allure folder of Allure results; empty for none
     */
    public RunReports(Path output, Optional<Path> allure) {
        this.output = output;
        this.allure = allure;
    }

    /**
     * Reports to the folders of the settings; unless the settings say otherwise, Allure results go where Allure's own listener writes, or
     * next to the output folder.
     */
    public static RunReports of(RunSettings settings) {
        Path output = settings.value(Settings.OUTPUT);
        Path allure = settings.value(Settings.ALLURE).orElseGet(() -> allureFolder(output));
        return new RunReports(output, allure.equals(Settings.NO_ALLURE) ? Optional.empty() : Optional.of(allure));
    }

    /** The folder in which Allure's own listener writes, if configured, so that there is one report for all engines. */
    private static Path allureFolder(Path output) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return AllureListener.folder(
                loader == null ? RunReports.class.getClassLoader() : loader,
                output.toAbsolutePath().resolveSibling("allure-results"));
    }

    /**
     * Writes all files of a suite and combines them with those of the module's other suites.
     *
     * @param begun receives the name of each file, or group of files, before it is written
     * @return the content of {@code results.json}
     * @throws ResultsException if a file cannot be written
     */
    public ResultsFile write(SuiteReport report, Consumer<String> begun) {
        SuiteFigures figures = SuiteFigures.of(report);
        allure.ifPresent(folder -> {
            begun.accept("Allure's results");
            new AllureResults(folder, output).write(report, figures);
        });
        begun.accept(ResultsFile.NAME);
        SuiteParts suites = JoinedFiles.of(output);
        ResultsFile joined = suites.put(report);
        begun.accept(PageFiles.NAME);
        new PageFiles(output).write(report, figures, suites::joined);
        return joined;
    }

    /** Where a whole run of a suite leaves the file that {@code cultivar:baseline-save} saves. */
    public Path baseline(String suite) {
        return output.resolve("baselines").resolve(FileName.forShells(suite) + ".json");
    }

    /**
     * Removes the file that an earlier whole run of a suite left to be saved. Must be called before the suite runs: after a partial or
     * interrupted run, the file of an older run must not be saved as if it were its own.
     *
     * @throws ResultsException if it cannot be deleted
     */
    public void forgetBaseline(String suite) {
        Path file = baseline(suite);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new ResultsException(
                    "The earlier run " + file + " cannot be deleted (" + e.getMessage() + "). Delete it by hand.", e);
        }
    }

    /**
     * Removes what earlier runs left of suites that no longer exist. The plugin clears the folder before it runs suites, but Surefire and
     * IDEs do not: a deleted or renamed suite would stay in the report for ever.
     *
     * @param exists whether a suite of that name still exists
     */
    public void forgetAllBut(Predicate<String> exists) {
        SuiteParts suites = JoinedFiles.of(output);
        for (String suite : suites.suites()) {
            if (!exists.test(suite)) {
                allure.ifPresent(folder -> new AllureResults(folder, output).remove(suite));
                new PageFiles(output).remove(suite);
                suites.remove(suite);
                forgetBaseline(suite);
            }
        }
    }

    /** Removes the results of earlier runs, so that a suite that is no longer run cannot be mistaken for one that was. */
    public void clear() {
        allure.ifPresent(folder -> new AllureResults(folder, output).clear());
        JoinedFiles.of(output).clear();
        new PageFiles(output).clear();
    }

    /** The console's text for one suite: settings, table, gates, and how to read them; lines end in {@code \n}. */
    public static String console(SuiteReport report) {
        ResultsFile results = ResultsFile.of(report);
        Set<Print> print = report.run().plan().settings().value(Settings.PRINT);
        return print.contains(Print.VERDICTS)
                ? ConsoleReport.verdicts(results)
                : ConsoleReport.of(results, print.contains(Print.ALL));
    }
}
