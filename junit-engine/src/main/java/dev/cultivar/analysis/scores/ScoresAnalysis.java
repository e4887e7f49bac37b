package dev.cultivar.analysis.scores;

import dev.cultivar.analysis.Analysis;
import dev.cultivar.analysis.RunAnalysis;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.settings.Method;
import dev.cultivar.survey.PopulationTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Analyses a user's own scores: every statistic and both regressions, without calling a model. A bias is the coefficient of Eq. 4 and,
 * unless the method is the published one, the paired difference that a run's gates use.
 */
public final class ScoresAnalysis {

    private ScoresAnalysis() {}

    /**
     * Reads the files and analyses them.
     *
     * @throws ScoresException where a file or too many of its rows cannot be used
     * @throws dev.cultivar.survey.SurveyException where the population table cannot be used
     */
    public static AnalysisResult of(ScoresRequest request) {
        ScoresFile scores = ScoresFile.read(request.scores(), request.mostRejected());
        List<String> rejected = new ArrayList<>(scores.rows().rejected());
        Map<String, Map<String, Double>> capability = request.capability()
                .map(file -> ScoresFile.capability(file, request.mostRejected(), rejected))
                .orElse(Map.of());
        PopulationTable populations = request.populations().table();
        List<ScoredSample> samples = scores.samples();
        Analysis analysis = new RunAnalysis(populations, options(request)).of(samples, capability);
        SortedSet<String> withoutTruth = withoutTruth(samples, populations);
        List<Note> problems = new ArrayList<>(UnknownNames.of(samples, withoutTruth, populations));
        analysis.problems().stream()
                .filter(problem -> request.capability().isPresent() || !(problem instanceof Note.NoCapability))
                .forEach(problems::add);
        return new AnalysisResult(
                request,
                analysis.estimates().stream()
                        .filter(estimate -> request.method() == Method.ROBUST
                                || estimate.statistic() != Statistic.BIAS
                                || estimate.metric().equals("coefficient"))
                        .toList(),
                analysis.regressions(),
                rejected,
                problems,
                withoutTruth,
                scores.rows().rows());
    }

    private static AnalysisOptions options(ScoresRequest request) {
        return new AnalysisOptions(
                request.seed(),
                request.confidence(),
                request.rounds(),
                OptionalDouble.of(request.reliability()),
                new TreeSet<>(Set.of("US")),
                new TreeSet<>(),
                Set.of(),
                request.method(),
                true);
    }

    private static SortedSet<String> withoutTruth(List<ScoredSample> samples, PopulationTable populations) {
        TreeSet<String> topics = new TreeSet<>();
        samples.forEach(sample -> topics.addAll(sample.topics()));
        populations.populations().forEach(key -> topics.removeAll(populations.topics(key)));
        return topics;
    }
}
