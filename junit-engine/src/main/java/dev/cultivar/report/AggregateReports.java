package dev.cultivar.report;

import dev.cultivar.report.allure.AllureAggregate;
import dev.cultivar.report.page.PageFiles;
import dev.cultivar.results.ModuleResults;
import dev.cultivar.results.ResultsException;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.SuiteParts;
import java.nio.file.Path;
import java.util.List;

/**
 * Combines the results of several modules' runs: {@code results.json}, {@code results.csv}, {@code responses.jsonl}, {@code summary.md},
 * {@code report.html}, its figures, and Allure results. Suites are named {@code module/class}. Statistics and verdicts stay as in the
 * runs; nothing is corrected again for the number of modules.
 */
public final class AggregateReports {

    private final Path output;
    private final Path allure;

    /**
     * Combines results in the given folders.
     *
     * @param output folder of the combined results; those of an earlier build are removed
     * @param allure folder of the combined Allure results and nothing else
     */
    public AggregateReports(Path output, Path allure) {
        this.output = output;
        this.allure = allure;
    }

    /**
     * Writes all files.
     *
     * @param modules at least one
     * @return the content of {@code results.json}
     * @throws ResultsException if a module's results are missing, truncated or of another version, or if a file cannot be written
     */
    public ResultsFile write(List<ModuleResults> modules) {
        SuiteParts suites = JoinedFiles.of(output);
        PageFiles page = new PageFiles(output);
        suites.clear();
        page.clear();
        ResultsFile joined = modules.stream()
                .map(ResultsFile::of)
                .reduce(ResultsFile::and)
                .orElseThrow(() -> new ResultsException("There is no module whose results could be joined."));
        suites.join(modules, joined);
        page.join(modules, joined);
        new AllureAggregate(allure).write(modules);
        return joined;
    }
}
