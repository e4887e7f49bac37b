package dev.cultivar.report;

import dev.cultivar.analysis.scores.AnalysisResult;
import dev.cultivar.analysis.scores.ScoresRequest;
import dev.cultivar.report.words.JsonWithSentences;
import dev.cultivar.report.words.NoteWords;
import dev.cultivar.report.words.RegressionWords;
import dev.cultivar.report.words.StatisticsTable;
import dev.cultivar.results.ReportFile;
import dev.cultivar.results.ResultRow;
import dev.cultivar.results.ResultsCsv;
import dev.cultivar.results.ResultsException;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.ResultsJson;
import dev.cultivar.results.provenance.RunEnvironment;
import dev.cultivar.results.provenance.RunInfo;
import dev.cultivar.text.PlainText;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what an analysis of a user's own scores came to: no model was asked, so there is no run to tell of. */
public final class AnalysisReport {

    private static final int PROBLEMS_SHOWN = 20;

    private final AnalysisResult analysis;
    private final List<ResultRow> rows;

    /**
     * A report.
     *
     * @param analysis what it came to; the name of the scores' file takes the place of a suite in the rows
     */
    public AnalysisReport(AnalysisResult analysis) {
        this.analysis = analysis;
        String source = analysis.request().scores().toFile().getName();
        this.rows = analysis.estimates().stream()
                .map(estimate -> ResultRow.of(source, estimate))
                .toList();
    }

    /**
     * Writes to the folder: {@code results.json} in the schema of a run's, {@code results.csv}, {@code regressions.txt}, and {@code
     * analysis.json} with what was read, what was left out and why, and how to repeat it.
     *
     * @throws ResultsException where a file cannot be written
     */
    public void writeTo(Path folder) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("cultivar", RunEnvironment.cultivarVersion());
        facts.put("request", request());
        facts.put("rows", analysis.rows());
        facts.put("rejected", analysis.rejected());
        facts.put("problems", problems());
        facts.put("topicsWithoutTruth", analysis.topicsWithoutTruth());
        RunInfo run = RunInfo.ofAnalysis(RunEnvironment.current(folder, System.getenv()), Instant.now());
        ReportFile.write(folder.resolve(ResultsFile.NAME), JsonWithSentences.of(ResultsFile.ofAnalysis(run, rows)));
        ReportFile.write(folder.resolve(ResultsCsv.NAME), ResultsCsv.of(rows, NoteWords::of));
        ReportFile.write(folder.resolve("analysis.json"), ResultsJson.pretty(facts));
        ReportFile.write(
                folder.resolve("regressions.txt"),
                ResultsJson.bytes(PlainText.text(RegressionWords.of(analysis.regressions()))));
    }

    private Map<String, Object> request() {
        ScoresRequest request = analysis.request();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("scores", request.scores().toString());
        facts.put("capability", request.capability().map(Path::toString).orElse(null));
        facts.put("populations", request.populations().own().map(Path::toString).orElse("built in"));
        facts.put("method", request.method().label());
        facts.put("rounds", request.rounds());
        facts.put("seed", request.seed());
        facts.put("confidence", request.confidence());
        facts.put("reliability", request.reliability());
        facts.put("mostRejected", request.mostRejected());
        return facts;
    }

    /** For the console: problems, the table of statistics, and the regressions; lines end in {@code \n}. */
    public String console() {
        return "\n" + analysis.rows() + " rows read, " + analysis.rejected() + " left out.\n"
                + "Who judged them is not known here: self-consistency is divided by a reliability of "
                + analysis.request().reliability() + ", and nothing else is corrected for a judge's errors.\n"
                + shownProblems()
                + withoutTruth() + "\n" + new StatisticsTable(rows).text() + "\n"
                + PlainText.text(RegressionWords.of(analysis.regressions()));
    }

    private List<String> problems() {
        return Stream.concat(
                        analysis.rejectedRows().stream(),
                        analysis.problems().stream().map(problem -> NoteWords.of(problem) + "."))
                .toList();
    }

    private String shownProblems() {
        String shown = problems().stream()
                .limit(PROBLEMS_SHOWN)
                .map(problem -> "  " + PlainText.line(problem, 200) + "\n")
                .collect(Collectors.joining());
        int more = problems().size() - PROBLEMS_SHOWN;
        return more > 0 ? shown + "  and " + more + " more in analysis.json\n" : shown;
    }

    private String withoutTruth() {
        return analysis.topicsWithoutTruth().isEmpty()
                ? ""
                : "No population has truth for: "
                        + PlainText.line(String.join(", ", analysis.topicsWithoutTruth()), 400) + "\n";
    }
}
