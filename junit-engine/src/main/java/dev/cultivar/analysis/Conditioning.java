package dev.cultivar.analysis;

import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Measurement;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.analysis.estimate.Pivots;
import dev.cultivar.analysis.estimate.Replicates;
import dev.cultivar.analysis.estimate.Scale;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.settings.Estimand;
import dev.cultivar.stats.Bootstrap;
import dev.cultivar.stats.BootstrapResult;
import dev.cultivar.stats.Interval;
import dev.cultivar.stats.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a language brings out values of its own in a model: self-consistency within the language minus the mean consistency between it
 * and the model's other languages, over the topics answered in all of them, divided by the judge's reliability. It is positive if the
 * language does.
 */
final class Conditioning {

    private final List<ScoredSample> samples;
    private final List<String> topics;
    private final AnalysisOptions options;

    Conditioning(List<ScoredSample> samples, List<String> topics, AnalysisOptions options) {
        this.samples = samples;
        this.topics = topics;
        this.options = options;
    }

    /** One row for each model and language, for models asked in at least two languages. */
    List<Measurement> measurements() {
        Map<String, List<ScoredSample>> byModel = new LinkedHashMap<>();
        samples.forEach(sample -> byModel.computeIfAbsent(sample.model(), model -> new ArrayList<>())
                .add(sample));
        return byModel.values().parallelStream()
                .filter(of -> of.size() > 1)
                .flatMap(of -> ofModel(of).stream())
                .toList();
    }

    private List<Measurement> ofModel(List<ScoredSample> of) {
        List<String> common = topics.stream()
                .filter(topic -> of.stream().allMatch(sample -> sample.counts().total(topic) > 1))
                .toList();
        List<CountTable> tables = of.stream()
                .map(sample -> CountTable.of(sample.counts(), common))
                .toList();
        List<Measurement> rows = new ArrayList<>();
        boolean enough = common.size() >= Estimate.LEAST_TOPICS;
        double[] estimates = new double[of.size()];
        Arrays.fill(estimates, Double.NaN);
        @Nullable BootstrapResult rounds = null;
        if (enough) {
            int[] once = new int[common.size()];
            Arrays.fill(once, 1);
            BetweenLanguages languages = new BetweenLanguages(tables);
            estimates = languages.differences(once);
            Seeds seeds = new Seeds(options.seed()).split("conditioning");
            rounds = Bootstrap.run(
                    options.rounds(), seeds.seed(), rng -> languages.differences(CountTable.times(rng, common.size())));
        }
        double reliability = options.reliability().orElse(1);
        for (int i = 0; i < of.size(); i++) {
            Pivot pivot = rounds == null
                    ? null
                    : Replicates.pivot(estimates[i], rounds.replicates(i), common.size(), Scale.LINE, reliability);
            List<Note> notes = pivot != null
                    ? List.of()
                    : List.of(
                            enough
                                    ? new Note.AllResponsesEqual()
                                    : new Note.FewTopics(
                                            common.size(),
                                            Note.Need.TWO_SCORED_RESPONSES_IN_EVERY_LANGUAGE,
                                            Estimate.LEAST_TOPICS));
            rows.add(row(of.get(i), estimates[i] / reliability, pivot, common.size(), notes));
        }
        return rows;
    }

    private Measurement row(ScoredSample sample, double value, @Nullable Pivot pivot, int units, List<Note> notes) {
        Interval interval = pivot == null
                ? new Interval(Double.NaN, Double.NaN, options.confidence())
                : pivot.interval(options.confidence());
        Estimate estimate = new Estimate(
                Statistic.CONDITIONING,
                sample.model(),
                sample.family(),
                sample.language(),
                null,
                null,
                "difference",
                pivot == null ? Double.NaN : value,
                interval.lower(),
                interval.upper(),
                options.confidence(),
                Estimand.ALL_TOPICS,
                sample.counts().total(),
                units,
                "rho",
                options.method().label(),
                null,
                notes);
        return new Measurement(estimate, Pivots.ofAllTopics(pivot));
    }
}
