package dev.cultivar.analysis.scores;

import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.regression.RegressionTable;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The result of analysing a user's own scores.
 *
 * @param request what was asked for
 * @param estimates rows of {@code results[]}
 * @param regressions one table per regression, which says so if it could not be fitted
 * @param rejectedRows rows left out of any of the files, each as {@code file:line: reason}
 * @param problems names that appear nowhere else, and statistics that could not be computed or say little
 * @param topicsWithoutTruth topics of the scores that no population has truth for
 * @param rows data rows of the scores
 */
public record AnalysisResult(
        ScoresRequest request,
        List<Estimate> estimates,
        List<RegressionTable> regressions,
        List<String> rejectedRows,
        List<Note> problems,
        SortedSet<String> topicsWithoutTruth,
        long rows) {

    public AnalysisResult {
        estimates = List.copyOf(estimates);
        regressions = List.copyOf(regressions);
        rejectedRows = List.copyOf(rejectedRows);
        problems = List.copyOf(problems);
        topicsWithoutTruth = Collections.unmodifiableSortedSet(new TreeSet<>(topicsWithoutTruth));
    }

    /** How many data rows were left out. */
    public long rejected() {
        return rejectedRows.size();
    }
}
