package dev.cultivar.analysis;

import dev.cultivar.run.RunRecord;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.PopulationType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * From scored responses to alignment, self-consistency, bias and coverage by model and language ({@code robust} method).
 *
 * <p><b>What is estimated.</b> The topics of a run stand for the questions that could have been asked, and the responses to each for those
 * that the model could have given. An alignment is the correlation over that population of (topic, response) pairs; its interval says
 * where it would lie for other topics of the kind. Topics are the clusters: they are resampled with all their responses. Drawing responses
 * anew within them as well would count their noise twice, since the spread between topics as observed contains it already.
 *
 * <p>The standard error is that of the replicates, on Fisher's z scale for correlations, and intervals and tests are Student's with one
 * degree of freedom a topic less one. Fewer than {@link #LEAST_TOPICS} topics give no estimate: of four topics even a perfect order is as
 * likely as 1 in 12 by chance in either direction.
 */
public final class RunAnalysis {

    /** Fewest topics that a correlation over topics may rest on. */
    public static final int LEAST_TOPICS = 5;

    private final PopulationTable populations;
    private final AnalysisOptions options;

    public RunAnalysis(PopulationTable populations, AnalysisOptions options) {
        this.populations = populations;
        this.options = options;
    }

    /** Everything that a run's responses say. */
    public Analysis of(RunRecord run) {
        return of(ScoredSample.of(run));
    }

    /**
     * Everything that samples say. The result depends on the samples and the options alone, not on the order of responses or the number
     * of threads.
     */
    public Analysis of(List<ScoredSample> samples) {
        TreeSet<String> all = new TreeSet<>();
        samples.forEach(sample -> all.addAll(sample.topics()));
        List<String> topics = List.copyOf(all);
        List<Measurement> measurements = samples.parallelStream()
                .flatMap(sample -> new SampleAnalysis(
                                sample, topics, populationsFor(sample.language()), populations, options)
                        .measurements().stream())
                .toList();
        return new Analysis(measurements, samples);
    }

    private Set<PopulationKey> populationsFor(String language) {
        Set<PopulationKey> keys = new LinkedHashSet<>(populations.local(language));
        options.references().forEach(name -> populations.find(name).ifPresent(keys::add));
        populations
                .find(language)
                .filter(key -> key.type() == PopulationType.LANGUAGE)
                .ifPresent(keys::add);
        populations.populations().stream()
                .filter(key -> key.type() == PopulationType.GLOBAL)
                .forEach(keys::add);
        options.populations().forEach(name -> populations.find(name).ifPresent(keys::add));
        return keys;
    }
}
