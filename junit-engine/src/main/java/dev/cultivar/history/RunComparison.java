package dev.cultivar.history;

import dev.cultivar.analysis.PairedComparison;
import dev.cultivar.analysis.alignment.PairedStatistic;
import dev.cultivar.analysis.counts.BeforeAndNow;
import dev.cultivar.analysis.counts.PolarityPairs;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.stats.Correction;
import dev.cultivar.stats.Interval;
import dev.cultivar.stats.Seeds;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A run compared with its baseline, model by model and language by language, on the topics that both asked in the same words.
 *
 * @param before the baseline
 * @param now the run
 * @param confidence level at which all changes are decided together, in (0,1); a drift is certain where its adjusted p-value is at most 1
 *     minus this level
 * @param parts what could be compared
 * @param differences between the runs, beyond single topics
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
     * @param earlier name of the model that this one is compared with
     * @param changes of the alignment with each country of the language and with all of them, of the distinct alignment with all of them,
     *     and of the bias; without an interval where there are too few topics
     * @param drifts every compared topic: first those that certainly drifted, then by size
     * @param categories every category that could be tested, surest first; empty where the run does not name categories
     * @param gaps what could not be told about the model in this language
     */
    public record Part(
            String model,
            String earlier,
            String language,
            List<Change> changes,
            List<TopicDrift> drifts,
            List<CategoryDrift> categories,
            ComparisonGaps gaps) {

        public Part {
            changes = List.copyOf(changes);
            drifts = List.copyOf(drifts);
            categories = List.copyOf(categories);
        }
    }

    /**
     * A statistic, before and now.
     *
     * @param population the one that alignment is measured with; for a bias, the reference country
     * @param level confidence level of its interval, by Holm's method over all changes of the comparison
     */
    public record Change(Statistic statistic, String population, PairedComparison compared, double level) {

        /** The statistic now minus before; NaN where there is none. */
        public double difference() {
            return compared.now() - compared.before();
        }

        /** Interval of the difference; null where there is none. */
        public @Nullable Interval interval() {
            Pivot pivot = compared.pivot();
            return pivot == null ? null : pivot.interval(level);
        }

        /** 1 where the statistic certainly rose, -1 where it certainly fell, else 0. */
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

    /** Whether the category's drift is more than chance, given how many categories were looked at. */
    public boolean certain(CategoryDrift drift) {
        return drift.certain(confidence);
    }

    /**
     * Compares two runs.
     *
     * @param now one run, as it was
     * @param populations the run's truth
     * @param confidence in (0,1)
     * @throws IncomparableException where the runs cannot be compared at all: the suite or the judge differs, or they have nothing in
     *     common
     */
    public static RunComparison of(
            BaselineRun before, BaselineRun now, PopulationTable populations, double confidence) {
        Differences differences = new Differences(before, now);
        differences.refuse();
        if (!populations.sha256().equals(now.runs().get(0).populations())) {
            throw new IncomparableException(new Incomparable.OtherPopulationTable(populations.source()));
        }
        List<Part> parts = new ArrayList<>();
        for (BaselineRun.Sample sample : now.samples()) {
            Optional<BaselineRun.Sample> earlier = before.sample(now.earlierName(sample), sample.language());
            if (earlier.isPresent()) {
                parts.add(part(before, now, earlier.get(), sample, populations, confidence));
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
            double confidence) {
        CommonTopics common = CommonTopics.of(
                now.language(),
                now.topics(),
                runNow.origin(now).prompts(),
                before.topics(),
                runBefore.origin(before).prompts());
        List<PopulationKey> local = populations.local(now.language());
        Set<PopulationKey> with = new LinkedHashSet<>(local);
        populations.localPopulation(now.language()).ifPresent(with::add);
        BeforeAndNow runs = new BeforeAndNow(before.polarityCounts(), now.polarityCounts());
        PolarityPairs pairs = pairs(now, before);
        BiFunction<Statistic, PopulationKey, Change> change = (statistic, population) -> new Change(
                statistic,
                population.name(),
                PairedComparison.atTheseTopics(
                        PairedStatistic.of(statistic, population, now.language(), runs, common.topics(), populations),
                        pairs),
                confidence);
        List<Change> changes = Stream.of(
                        with.stream().map(key -> change.apply(Statistic.ALIGNMENT, key)),
                        populations.localPopulation(now.language()).stream()
                                .map(key -> change.apply(Statistic.DISTINCT, key))
                                .filter(distinct -> distinct.compared().topics() > 0),
                        reference(local, populations).map(key -> change.apply(Statistic.BIAS, key)))
                .flatMap(each -> each)
                .toList();
        Seeds seeds = new Seeds(runNow.runs().get(0).seed())
                .split("drift")
                .split(now.model())
                .split(now.language());
        List<TopicDrift> drifts =
                TopicDrift.of(common.topics(), runs, topic -> truth(populations, local, topic), 1 - confidence, seeds);
        SortedMap<String, List<String>> known = runNow.origin(now).categories();
        List<CategoryDrift> categories =
                known == null ? List.of() : CategoryDrift.of(known, common.topics(), runs, pairs);
        DriftLimit limit = DriftLimit.of(drifts.stream().map(TopicDrift::topic).toList(), runs, 1 - confidence)
                .orElse(null);
        return new Part(
                now.model(),
                before.model(),
                now.language(),
                changes,
                drifts,
                categories,
                new ComparisonGaps(now.model(), now.language(), common.leftOut(), limit));
    }

    /** None where no other country speaks the language, so there is nothing to be closer to. */
    private static Stream<PopulationKey> reference(List<PopulationKey> local, PopulationTable populations) {
        return populations
                .find(PopulationTable.REFERENCE)
                .filter(key -> local.stream().anyMatch(other -> !other.equals(key)))
                .stream();
    }

    private static PolarityPairs pairs(BaselineRun.Sample now, BaselineRun.Sample before) {
        return now.promptAnswers()
                .flatMap(answers -> before.promptAnswers().map(earlier -> PolarityPairs.of(answers, earlier)))
                .orElse(PolarityPairs.NONE);
    }

    private static SortedMap<String, Double> truth(
            PopulationTable populations, List<PopulationKey> local, String topic) {
        SortedMap<String, Double> truth = new TreeMap<>();
        local.forEach(key -> populations.polarity(key, topic).ifPresent(polarity -> truth.put(key.name(), polarity)));
        return truth;
    }

    /** Gives each change the level at which it is decided. The decisions hold jointly, the intervals do not. */
    private static List<Part> together(List<Part> parts, double confidence) {
        double[] p = parts.stream()
                .flatMap(part -> part.changes().stream())
                .map(change -> change.compared().pivot())
                .filter(Objects::nonNull)
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
                                : new Change(
                                        change.statistic(), change.population(), change.compared(), 1 - alphas[at++]));
            }
            leveled.add(new Part(
                    part.model(),
                    part.earlier(),
                    part.language(),
                    changes,
                    part.drifts(),
                    part.categories(),
                    part.gaps()));
        }
        return leveled;
    }
}
