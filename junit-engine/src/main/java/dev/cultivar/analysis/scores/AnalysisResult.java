package dev.cultivar.analysis.scores;

import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.regression.RegressionTable;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What scores that a user brought came to.
 *
 * @param request what was asked for
 * @param estimates rows of {@code results[]}
 * @param regressions one table each; says so where one could not be fitted
 * @param rejectedRows rows of all files that were left out, {@code file:line: reason} each
 * @param problems names that nothing else has, and statistics that could not be computed or say little
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
