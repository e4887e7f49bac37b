package dev.cultivar.analysis.scores;

import dev.cultivar.analysis.estimate.Estimate;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What scores that a user brought came to.
 *
 * @param request what was asked for
 * @param estimates rows of {@code results[]}
 * @param regressionTables both regressions as text for people, ending in a line break; says so where one could not be fitted
 * @param problems a line each: rows that were left out ({@code file:line: reason}), and statistics that could not be computed
 * @param topicsWithoutTruth topics of the scores that no population has truth for
 * @param rows data rows of the scores
 * @param rejected data rows of all files that were left out
 */
public record AnalysisResult(
        ScoresRequest request,
        List<Estimate> estimates,
        String regressionTables,
        List<String> problems,
        SortedSet<String> topicsWithoutTruth,
        long rows,
        long rejected) {

    public AnalysisResult {
        estimates = List.copyOf(estimates);
        problems = List.copyOf(problems);
        topicsWithoutTruth = Collections.unmodifiableSortedSet(new TreeSet<>(topicsWithoutTruth));
    }
}
