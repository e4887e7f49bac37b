package dev.cultivar.report;

import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.analysis.scores.AnalysisResult;
import dev.cultivar.analysis.scores.ScoresRequest;
import dev.cultivar.report.console.ConsoleProfile;
import dev.cultivar.report.figure.SuiteFigures;
import dev.cultivar.report.page.AnalysisPage;
import dev.cultivar.report.page.PageFiles;
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
import dev.cultivar.results.provenance.Citations;
import dev.cultivar.results.provenance.RunEnvironment;
import dev.cultivar.results.provenance.RunInfo;
import dev.cultivar.text.PlainText;
import dev.cultivar.text.Plural;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports an analysis of a user's own scores. No model was asked, so there is no run to report. */
public final class AnalysisReport {

    /** Few enough for everything to fit on one screen: problems, rows of statistics, and a few lines around them. */
    private static final int REJECTED_SHOWN = 4;

    private static final int WARNINGS_SHOWN = 6;

    /** The statistics that people look for first. */
    private static final Set<Statistic> FIRST =
            EnumSet.of(Statistic.ALIGNMENT, Statistic.DISTINCT, Statistic.CONSISTENCY, Statistic.BIAS);

    private final AnalysisResult analysis;
    private final String source;
    private final List<ResultRow> rows;

    /**
     * A report on an analysis.
     *
     * @param analysis the result; the name of the scores' file takes the place of a suite in the rows
     */
    public AnalysisReport(AnalysisResult analysis) {
        this.analysis = analysis;
        this.source = analysis.request().scores().toFile().getName();
        this.rows = analysis.estimates().stream()
                .map(estimate -> ResultRow.of(source, estimate))
                .toList();
    }

    /**
     * Writes to the folder: {@code report.html} with figures and tables, {@code results.json} in the same schema as a run's,
     * {@code results.csv}, {@code regressions.txt}, and {@code analysis.json}, which says what was read, what was left out and why, and
     * how to repeat the analysis.
     *
     * @throws ResultsException if a file cannot be written
     */
    public void writeTo(Path folder) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("cultivar", RunEnvironment.cultivarVersion());
        facts.put("request", request());
        facts.put("rows", analysis.rows());
        facts.put("rejected", analysis.rejected());
        facts.put("problems", problems());
        facts.put("topicsWithoutTruth", analysis.topicsWithoutTruth());
        facts.put("sources", sources());
        RunInfo run = RunInfo.ofAnalysis(RunEnvironment.current(folder, System.getenv()), Instant.now());
        ReportFile.write(folder.resolve(ResultsFile.NAME), JsonWithSentences.of(ResultsFile.ofAnalysis(run, rows)));
        ReportFile.write(folder.resolve(ResultsCsv.NAME), ResultsCsv.of(rows, NoteWords::inFull));
        ReportFile.write(folder.resolve("analysis.json"), ResultsJson.pretty(facts));
        ReportFile.write(folder.resolve("regressions.txt"), ResultsJson.bytes(regressions()));
        new AnalysisPage(
                        source,
                        SuiteFigures.ofScores(source, analysis.estimates()),
                        rows,
                        Stream.concat(Stream.of(read(), judged(), withoutTruth()), problems().stream())
                                .filter(line -> !line.isEmpty())
                                .toList(),
                        regressions(),
                        sources(),
                        run)
                .writeTo(folder.resolve(PageFiles.NAME));
    }

    private List<String> sources() {
        return Citations.of(analysis.request().populations().table().sources());
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

    /**
     * For the console, one line each: names in the scores that are not known elsewhere, and results that could not be computed or say
     * little.
     */
    public List<String> warnings() {
        List<String> all = told();
        int more = all.size() - WARNINGS_SHOWN;
        return Stream.concat(
                        all.stream().limit(WARNINGS_SHOWN).map(line -> PlainText.line(line, 400)),
                        more > 0 ? Stream.of("and " + more + " more in analysis.json") : Stream.empty())
                .toList();
    }

    private List<String> told() {
        return analysis.problems().stream()
                .map(problem -> NoteWords.of(problem) + ".")
                .toList();
    }

    /**
     * For the console: rows that were left out, and a line for each model and language, at most 40; lines end in {@code \n}. The rest is
     * in the files.
     */
    public String console() {
        List<ResultRow> first = StatisticsTable.own(rows).stream()
                .filter(row -> FIRST.stream().anyMatch(row::isOf))
                .toList();
        return read() + "\n" + judged() + "\n" + shownRejected()
                + (withoutTruth().isEmpty() ? "" : withoutTruth() + "\n")
                + "\n" + new ConsoleProfile(first, List.of()).text()
                + "All " + Plural.of(rows.size(), "row") + ", their intervals and the regressions are in "
                + PageFiles.NAME
                + ".\n";
    }

    private String read() {
        return analysis.rows() + " rows read, " + analysis.rejected() + " left out.";
    }

    private String judged() {
        return "The judge is unknown: self-consistency is divided by a reliability of "
                + analysis.request().reliability() + ", and nothing else is corrected for a judge's errors.";
    }

    private String regressions() {
        return PlainText.text(RegressionWords.of(analysis.regressions()));
    }

    private List<String> problems() {
        return Stream.concat(analysis.rejectedRows().stream(), told().stream()).toList();
    }

    private String shownRejected() {
        String shown = analysis.rejectedRows().stream()
                .limit(REJECTED_SHOWN)
                .map(problem -> "  " + PlainText.line(problem, 200) + "\n")
                .collect(Collectors.joining());
        long more = analysis.rejected() - REJECTED_SHOWN;
        return more > 0 ? shown + "  and " + more + " more in analysis.json\n" : shown;
    }

    /** Except topics that a problem already reports as unknown. */
    private String withoutTruth() {
        Set<String> topics = new TreeSet<>(analysis.topicsWithoutTruth());
        analysis.problems().stream()
                .flatMap(problem -> problem instanceof Note.UnknownTopics unknown ? Stream.of(unknown) : Stream.of())
                .flatMap(unknown -> unknown.topics().stream())
                .forEach(unknown -> topics.remove(unknown.name()));
        return topics.isEmpty()
                ? ""
                : "No population has truth for: " + PlainText.line(String.join(", ", topics), 400) + ".";
    }
}
