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
 * Writes what a finished suite found: {@code results.json}, {@code results.csv}, {@code responses.jsonl} and {@code
 * summary.md} in the output folder, and Allure results. Several suites of one module end in the same files, whichever process ran them.
 */
public final class RunReports {

    private final Path output;
    private final Optional<Path> allure;

    /**
     * Reports to the given folders.
     *
     * @param output folder of the results
     * @param allure folder of Allure results, empty for none
     */
    public RunReports(Path output, Optional<Path> allure) {
        this.output = output;
        this.allure = allure;
    }

    /** Reports to the folders of the settings; Allure results go where Allure's own listener writes or beside
     * the output folder unless told otherwise. */
    public static RunReports of(RunSettings settings) {
        Path output = settings.value(Settings.OUTPUT);
        Path allure = settings.value(Settings.ALLURE).orElseGet(() -> allureFolder(output));
        return new RunReports(output, allure.equals(Settings.NO_ALLURE) ? Optional.empty() : Optional.of(allure));
    }

    /** Where Allure's own listener writes, if that is said, so that there is one report of all engines. */
    private static Path allureFolder(Path output) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return AllureListener.folder(
                loader == null ? RunReports.class.getClassLoader() : loader,
                output.toAbsolutePath().resolveSibling("allure-results"));
    }

    /**
     * Writes all files of a suite and joins them with those of the module's other suites.
     *
     * @param begun told each name of a file, or of what consists of many, before it is written
     * @return what {@code results.json} now holds
     * @throws ResultsException where a file cannot be written
     */
    public ResultsFile write(SuiteReport report, Consumer<String> begun) {
        SuiteFigures figures = SuiteFigures.of(report);
        allure.ifPresent(folder -> {
            begun.accept("Allure's results");
            new AllureResults(folder, output).write(report, figures);
        });
        begun.accept(ResultsFile.NAME);
        ResultsFile joined = JoinedFiles.of(output).put(report);
        begun.accept(PageFiles.NAME);
        new PageFiles(output).write(report, figures, joined);
        return joined;
    }

    /** Where a whole run of a suite leaves what {@code cultivar:baseline-save} commits. */
    public Path baseline(String suite) {
        return output.resolve("baselines").resolve(FileName.forShells(suite) + ".json");
    }

    /**
     * Removes what an earlier whole run of a suite left to be committed. To be called before the suite runs: a run of a part, or one that
     * is stopped, must not leave an older one to be saved as if it were its own.
     *
     * @throws ResultsException where it cannot be deleted
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
     * Removes what earlier runs left of suites that are no more. Where the plugin runs the suites it clears the folder
     * first; Surefire and IDEs do not, and a suite that was deleted or renamed would stay in the report for ever.
     *
     * @param exists whether there still is a suite of that name
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

    /** Removes the results of earlier runs, so that a suite that is no longer run cannot be taken for one that was. */
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
