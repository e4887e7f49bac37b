package dev.cultivar.report;

import dev.cultivar.analysis.AnalysisResult;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes what an analysis of a user's own scores came to: no model was asked, so there is no run to tell of. */
public final class AnalysisReport {

    private static final int PROBLEMS_SHOWN = 20;

    private final AnalysisResult analysis;
    private final List<ResultRow> rows;

    /**
     * A report.
     *
     * @param source what was analysed, for example a file's name; takes the place of a suite in the rows
     * @param analysis what it came to
     */
    public AnalysisReport(String source, AnalysisResult analysis) {
        this.analysis = analysis;
        this.rows = analysis.estimates().stream()
                .map(estimate -> ResultRow.of(source, estimate))
                .toList();
    }

    /**
     * Writes {@code analysis.json}, {@code analysis.csv} and {@code regressions.txt} to the folder.
     *
     * @throws ResultsException where a file cannot be written
     */
    public void writeTo(Path folder) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("schema", ResultsFile.SCHEMA);
        content.put("cultivar", Environment.cultivarVersion());
        content.put("rows", analysis.rows());
        content.put("rejected", analysis.rejected());
        content.put("problems", analysis.problems());
        content.put("topicsWithoutTruth", analysis.topicsWithoutTruth());
        content.put("results", rows);
        AtomicFile.write(folder.resolve("analysis.json"), Json.pretty(content));
        AtomicFile.write(folder.resolve("analysis.csv"), ResultsCsv.of(rows));
        AtomicFile.write(folder.resolve("regressions.txt"), Json.bytes(Plain.text(analysis.regressionTables())));
    }

    /** For the console: problems, the table of statistics, and the regressions; lines end in {@code \n}. */
    public String console() {
        return "\n" + analysis.rows() + " rows read, " + analysis.rejected() + " left out.\n" + problems()
                + withoutTruth() + "\n" + new StatisticsTable(rows).text() + "\n"
                + Plain.text(analysis.regressionTables());
    }

    private String problems() {
        String shown = analysis.problems().stream()
                .limit(PROBLEMS_SHOWN)
                .map(problem -> "  " + Plain.line(problem, 200) + "\n")
                .collect(Collectors.joining());
        int more = analysis.problems().size() - PROBLEMS_SHOWN;
        return more > 0 ? shown + "  and " + more + " more in analysis.json\n" : shown;
    }

    private String withoutTruth() {
        return analysis.topicsWithoutTruth().isEmpty()
                ? ""
                : "No population has truth for: " + Plain.line(String.join(", ", analysis.topicsWithoutTruth()), 400)
                        + "\n";
    }
}
