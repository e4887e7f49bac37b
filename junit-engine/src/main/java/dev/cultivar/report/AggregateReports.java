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
 * Joins what the runs of several modules found: {@code results.json}, {@code results.csv}, {@code responses.jsonl}, {@code
 * summary.md}, {@code report.html}, its figures, and Allure results. A suite is called {@code module/class}. Statistics and verdicts
 * stay as their runs found them; nothing is corrected anew for the number of modules.
 */
public final class AggregateReports {

    private final Path output;
    private final Path allure;

    /**
     * Joins into the given folders.
     *
     * @param output folder of the joined results; those of an earlier build are removed
     * @param allure folder of the joined Allure results and of nothing else
     */
    public AggregateReports(Path output, Path allure) {
        this.output = output;
        this.allure = allure;
    }

    /**
     * Writes all files.
     *
     * @param modules at least one
     * @return what {@code results.json} now holds
     * @throws ResultsException where a module's results are missing, cut or of another version, or a file cannot be written
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
