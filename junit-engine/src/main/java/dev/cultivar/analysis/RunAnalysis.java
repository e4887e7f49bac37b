package dev.cultivar.analysis;

import dev.cultivar.analysis.alignment.PerfectRespondents;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Measurement;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.Scale;
import dev.cultivar.analysis.regression.RegressionTable;
import dev.cultivar.analysis.regression.Regressions;
import dev.cultivar.analysis.regression.SampleRounds;
import dev.cultivar.analysis.regression.UniformBaseline;
import dev.cultivar.run.plan.SampleKey;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.settings.Method;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.PopulationType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Estimates alignment, self-consistency, bias and coverage by model and language from scored responses, and fits the regressions over
 * them.
 *
 * <p><b>What is estimated</b> ({@link Method#ROBUST}). The topics of a run stand for all the questions that could have been asked, and
 * the responses to each topic for all those that the model could have given. An alignment is the correlation over that population of
 * (topic, response) pairs; its interval says where the alignment would lie for other topics of the kind. Topics are the clusters: they
 * are resampled with all their responses. Drawing responses anew within them as well would count their noise twice, since the observed
 * spread between topics already contains it.
 *
 * <p>The standard error is that of the replicates, on Fisher's z scale for correlations (for self-consistency, his scale for correlations
 * within classes, {@link Scale#intraclass}). Intervals and tests are Student's, with one degree of freedom fewer than there are topics.
 * Fewer than {@link Estimate#LEAST_TOPICS} topics give no estimate: with four topics, even a perfect order, in either direction, comes
 * about by chance 1 time in 12.
 */
public final class RunAnalysis {

    private final PopulationTable populations;
    private final AnalysisOptions options;

    public RunAnalysis(PopulationTable populations, AnalysisOptions options) {
        this.populations = populations;
        this.options = options;
    }

    /** Analyses a run's responses. */
    public Analysis of(RunRecord run) {
        Map<String, Map<String, Double>> capability = new HashMap<>();
        run.plan().settings().models().value().forEach(model -> capability.put(model.name(), model.capability()));
        List<ScoredSample> samples = ScoredSample.of(run);
        List<Measurement> prompts = samples.parallelStream()
                .flatMap(sample -> new PromptEffects(
                                sample, run.responses(new SampleKey(sample.model(), sample.language())), options)
                        .measurements().stream())
                .toList();
        return of(samples, capability).and(prompts);
    }

    /**
     * Analyses samples. The result depends on the samples and the options alone, not on the order of responses or the number of threads.
     *
     * @param capability mean benchmark score in [0,1] by model, then language; for the regression of Eq. 3
     */
    public Analysis of(List<ScoredSample> samples, Map<String, Map<String, Double>> capability) {
        boolean needsBaseline = options.regressions() && samples.stream().noneMatch(UniformBaseline::isPlanted);
        List<ScoredSample> all = new ArrayList<>(samples);
        if (needsBaseline) {
            all.addAll(UniformBaseline.of(samples, options.seed()));
        }
        TreeSet<String> names = new TreeSet<>();
        all.forEach(sample -> names.addAll(sample.topics()));
        List<String> topics = List.copyOf(names);
        Map<List<Long>, PerfectRespondents> people = new ConcurrentHashMap<>();
        List<SampleResult> results = all.parallelStream()
                .map(analysing(
                        topics,
                        responses -> people.computeIfAbsent(
                                Arrays.stream(responses).boxed().toList(),
                                shape -> new PerfectRespondents(responses, topics, populations))))
                .toList();
        List<Measurement> measurements = new ArrayList<>();
        results.subList(0, samples.size()).forEach(result -> measurements.addAll(result.measurements()));
        List<Note> problems = new ArrayList<>();
        List<RegressionTable> tables = List.of();
        measurements.addAll(new Conditioning(samples, topics, options).measurements());
        measurements.addAll(people(samples));
        if (options.regressions()) {
            Regressions regressions = Regressions.fit(
                    results.stream().map(SampleResult::rounds).toList(), capability, populations, options, problems);
            measurements.addAll(regressions.measurements());
            tables = regressions.tables();
        }
        return new Analysis(measurements, samples, tables, problems);
    }

    private Function<ScoredSample, SampleResult> analysing(
            List<String> topics, Function<long[], PerfectRespondents> people) {
        if (options.method() == Method.PUBLISHED) {
            return sample -> published(sample, topics, people);
        }
        TopicDraws draws = new TopicDraws(options.rounds(), options.seed(), topics.size());
        return sample -> new SampleAnalysis(
                        sample, topics, populationsFor(sample.language()), populations, people, draws, options)
                .result();
    }

    private SampleResult published(
            ScoredSample sample, List<String> topics, Function<long[], PerfectRespondents> people) {
        Set<PopulationKey> keys = populationsFor(sample.language());
        PublishedSample published = new PublishedSample(sample, topics, keys, populations, people, options);
        SampleRounds rounds = published.rounds();
        return new SampleResult(published.measurements(rounds, topics, populations.distinct(keys)), rounds);
    }

    /** Self-consistency of people, for every country that a sample is compared with, on the run's topics. */
    private List<Measurement> people(List<ScoredSample> samples) {
        Set<PopulationKey> countries = new LinkedHashSet<>();
        TreeSet<String> topics = new TreeSet<>();
        samples.forEach(sample -> {
            populationsFor(sample.language()).stream()
                    .filter(key -> key.type() == PopulationType.COUNTRY)
                    .forEach(countries::add);
            topics.addAll(sample.topics());
        });
        return countries.stream()
                .map(key -> EstimateRows.people(key, populations, topics, options))
                .toList();
    }

    private Set<PopulationKey> populationsFor(String language) {
        Set<PopulationKey> keys = new LinkedHashSet<>();
        populations.localPopulation(language).ifPresent(keys::add);
        keys.addAll(populations.local(language));
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
