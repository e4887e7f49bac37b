package dev.cultivar.history;

import dev.cultivar.analysis.PairedComparison;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.settings.Method;
import dev.cultivar.stats.Correction;
import dev.cultivar.stats.Interval;
import dev.cultivar.stats.Seeds;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A run compared with its baseline, model by model and language by language, on what both asked in the same words.
 *
 * @param before the baseline
 * @param now the run
 * @param confidence level at which the intervals of all changes hold together, in (0,1); a drift is certain where its adjusted p-value
 *     is at most the rest to 1
 * @param parts what could be compared
 * @param differences between the runs beyond single topics
 */
public record RunComparison(
        BaselineRun before, BaselineRun now, double confidence, List<Part> parts, List<Difference> differences) {

    public RunComparison {
        parts = List.copyOf(parts);
        differences = List.copyOf(differences);
    }

    /**
     * One model in one language.
     *
     * @param changes of the alignment with each country of the language; without an interval where there are too few topics
     * @param drifts every compared topic, those that certainly drifted first, then by size
     * @param gaps what could not be told of it
     */
    public record Part(String model, String language, List<Change> changes, List<TopicDrift> drifts, Gaps gaps) {

        public Part {
            changes = List.copyOf(changes);
            drifts = List.copyOf(drifts);
        }
    }

    /**
     * The alignment with one population, then and now.
     *
     * @param level of its interval: by Holm's method over all changes of the comparison
     */
    public record Change(String population, PairedComparison compared, double level) {

        /** Now less then, NaN where there is none. */
        public double difference() {
            return compared.now() - compared.before();
        }

        /** Of the difference; null where there is none. */
        public @Nullable Interval interval() {
            Pivot pivot = compared.pivot();
            return pivot == null ? null : pivot.interval(level);
        }

        /** 1 where the alignment certainly rose, -1 where it certainly fell, else 0. */
        public int certain() {
            Interval interval = interval();
            if (interval == null) {
                return 0;
            }
            return interval.lower() > 0 ? 1 : interval.upper() < 0 ? -1 : 0;
        }
    }

    /** Whether the topic's drift is more than chance, given how many topics were looked at. */
    public boolean certain(TopicDrift drift) {
        return drift.adjusted() <= 1 - confidence;
    }

    /**
     * Compares two runs.
     *
     * @param now one run, as it was
     * @param populations the run's truth
     * @param confidence in (0,1)
     * @param rounds of the bootstrap, at least 100
     * @throws IncomparableException where the runs cannot be compared at all: other suite, other judge, nothing in common
     */
    public static RunComparison of(
            BaselineRun before, BaselineRun now, PopulationTable populations, double confidence, int rounds) {
        Differences differences = new Differences(before, now);
        differences.refuse();
        if (!populations.sha256().equals(now.runs().get(0).populations())) {
            throw new IncomparableException(new Incomparable.OtherPopulationTable(populations.source()));
        }
        AnalysisOptions options = new AnalysisOptions(
                now.runs().get(0).seed(),
                confidence,
                rounds,
                OptionalDouble.empty(),
                new TreeSet<>(),
                new TreeSet<>(),
                Set.of(),
                Method.ROBUST,
                false);
        List<Part> parts = new ArrayList<>();
        for (BaselineRun.Sample sample : now.samples()) {
            Optional<BaselineRun.Sample> earlier = before.sample(sample.model(), sample.language());
            if (earlier.isPresent()) {
                parts.add(part(before, now, earlier.get(), sample, populations, options));
            }
        }
        if (parts.stream().allMatch(part -> part.drifts().isEmpty())) {
            throw new IncomparableException(new Incomparable.NothingInCommon(
                    differences.all(), parts.stream().map(Part::gaps).toList()));
        }
        return new RunComparison(before, now, confidence, together(parts, confidence), differences.all());
    }

    private static Part part(
            BaselineRun runBefore,
            BaselineRun runNow,
            BaselineRun.Sample before,
            BaselineRun.Sample now,
            PopulationTable populations,
            AnalysisOptions options) {
        CommonTopics common = CommonTopics.of(
                now.language(),
                now.topics(),
                runNow.origin(now).prompts(),
                before.topics(),
                runBefore.origin(before).prompts());
        List<PopulationKey> local = populations.local(now.language());
        List<Change> changes = local.stream()
                .map(key -> new Change(
                        key.name(),
                        PairedComparison.of(
                                now.polarityCounts(),
                                before.polarityCounts(),
                                common.topics(),
                                key,
                                populations,
                                options),
                        options.confidence()))
                .toList();
        Seeds seeds =
                new Seeds(options.seed()).split("drift").split(now.model()).split(now.language());
        List<TopicDrift> drifts = TopicDrift.of(
                common.topics(),
                before.polarityCounts(),
                now.polarityCounts(),
                topic -> truth(populations, local, topic),
                1 - options.confidence(),
                seeds);
        DriftLimit limit = DriftLimit.of(
                        drifts.stream().map(TopicDrift::topic).toList(),
                        before.polarityCounts(),
                        now.polarityCounts(),
                        1 - options.confidence())
                .orElse(null);
        return new Part(
                now.model(),
                now.language(),
                changes,
                drifts,
                new Gaps(now.model(), now.language(), common.leftOut(), limit));
    }

    private static SortedMap<String, Double> truth(
            PopulationTable populations, List<PopulationKey> local, String topic) {
        SortedMap<String, Double> truth = new TreeMap<>();
        local.forEach(key -> populations.polarity(key, topic).ifPresent(polarity -> truth.put(key.name(), polarity)));
        return truth;
    }

    /** Gives each change the level at which all of them hold together. */
    private static List<Part> together(List<Part> parts, double confidence) {
        double[] p = parts.stream()
                .flatMap(part -> part.changes().stream())
                .map(change -> change.compared().pivot())
                .filter(pivot -> pivot != null)
                .mapToDouble(pivot -> pivot.p(0))
                .toArray();
        double[] alphas = Correction.HOLM.alphas(p, 1 - confidence);
        List<Part> leveled = new ArrayList<>();
        int at = 0;
        for (Part part : parts) {
            List<Change> changes = new ArrayList<>();
            for (Change change : part.changes()) {
                changes.add(
                        change.compared().pivot() == null
                                ? change
                                : new Change(change.population(), change.compared(), 1 - alphas[at++]));
            }
            leveled.add(new Part(part.model(), part.language(), changes, part.drifts(), part.gaps()));
        }
        return leveled;
    }
}
