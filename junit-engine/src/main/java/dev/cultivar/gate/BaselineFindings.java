package dev.cultivar.gate;

import dev.cultivar.analysis.PairedComparison;
import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.analysis.alignment.PairedStatistic;
import dev.cultivar.analysis.counts.BeforeAndNow;
import dev.cultivar.analysis.counts.PolarityPairs;
import dev.cultivar.analysis.counts.PromptAnswers;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.gate.facts.ChangeSince;
import dev.cultivar.gate.facts.EarlierRun;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.gate.facts.PlannedMargin;
import dev.cultivar.gate.facts.TopicHint;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.history.BaselineSource;
import dev.cultivar.history.Categories;
import dev.cultivar.history.CategoryDrift;
import dev.cultivar.history.CommonTopics;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.run.plan.SampleKey;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.settings.Estimand;
import dev.cultivar.settings.Settings;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks up what a baseline run says for gates on a change since it: how a statistic changed, and which categories moved. */
final class BaselineFindings {

    private static final int TOPICS_NAMED = 3;

    private final RunRecord run;
    private final EarlierSamples earlier;

    BaselineFindings(RunRecord run, BaselineSource baselines) {
        this.run = run;
        earlier = new EarlierSamples(run.plan(), baselines);
    }

    /** Compares a sample once its earlier run has been found. */
    private interface Comparison {
        Finding with(EarlierSamples.Found found);
    }

    /** The change of a statistic. */
    Finding of(ChangeSince change, ScoredSample sample, PopulationKey population) {
        return found(change.earlier(), sample, found -> compare(change, sample, population, found));
    }

    /** The number of categories of topics that have certainly moved. */
    Finding drift(EarlierRun with, ScoredSample sample) {
        return found(with, sample, found -> drift(sample, found));
    }

    private Finding found(EarlierRun with, ScoredSample sample, Comparison comparison) {
        EarlierSamples.Search search = earlier.find(with, sample.language());
        if (search instanceof EarlierSamples.Foreseen foreseen) {
            return foreseen.fails()
                    ? Finding.undecidable(foreseen.obstacle())
                    : new Finding.NotCompared(foreseen.obstacle());
        }
        return comparison.with((EarlierSamples.Found) search);
    }

    private Finding compare(
            ChangeSince change, ScoredSample sample, PopulationKey population, EarlierSamples.Found found) {
        BaselineRun.Sample before = found.sample();
        CommonTopics common = earlier.common(sample.language(), sample.topics(), found);
        BeforeAndNow runs = new BeforeAndNow(before.polarityCounts(), sample.counts());
        PairedStatistic both = PairedStatistic.of(
                change.statistic(),
                population,
                sample.language(),
                runs,
                common.topics(),
                run.plan().populations());
        PolarityPairs pairs = pairs(sample, before);
        long n = compared(sample, before, pairs, both.topics());
        Estimand estimand = change.estimand();
        PairedComparison compared = estimand == Estimand.THESE_TOPICS
                ? PairedComparison.atTheseTopics(both, pairs)
                : PairedComparison.ofAllTopics(
                        both, AnalysisOptions.of(run.plan().settings()));
        List<Note> notes = notes(change, found, common);
        Pivot pivot = compared.pivot();
        Optional<Obstacle> obstacle = pivot == null ? Optional.of(nothing(both, compared)) : change.refused();
        if (pivot == null || obstacle.isPresent()) {
            return new Finding.Undecidable(obstacle.orElseThrow(), new Finding.Basis(n, compared.topics(), notes));
        }
        notes.add(0, new Note.Change(change.statistic(), compared.now(), compared.before()));
        sameAnswers(both, pairs).ifPresent(same -> notes.add(1, same));
        LeaveOneOut influence = LeaveOneOut.change(both);
        return new Finding.Tested(
                pivot.estimate(),
                pivot,
                estimand,
                new Finding.Basis(
                        n,
                        compared.topics(),
                        notes,
                        influence,
                        mostOf(run.plan(), change.statistic(), influence, runs)));
    }

    private static Optional<Note.SameAnswers> sameAnswers(PairedStatistic both, PolarityPairs pairs) {
        long same = pairs.same(both.topics());
        return PairedComparison.sameAnswers(both, pairs)
                ? Optional.of(new Note.SameAnswers(same, both.responsesNow() - same, both.responsesBefore() - same))
                : Optional.empty();
    }

    private Finding drift(ScoredSample sample, EarlierSamples.Found found) {
        BaselineRun.Sample before = found.sample();
        CommonTopics common = earlier.common(sample.language(), sample.topics(), found);
        PolarityPairs pairs = pairs(sample, before);
        List<CategoryDrift> categories = CategoryDrift.of(
                Categories.of(run.plan()),
                common.topics(),
                new BeforeAndNow(before.polarityCounts(), sample.counts()),
                pairs);
        long n = compared(sample, before, pairs, common.topics());
        if (categories.isEmpty()) {
            return new Finding.Undecidable(
                    new Obstacle.NoCategory(CategoryDrift.LEAST_TOPICS),
                    new Finding.Basis(n, common.topics().size(), List.copyOf(common.leftOut())));
        }
        double confidence = run.plan().settings().value(Settings.CONFIDENCE);
        List<CategoryDrift> moved = categories.stream()
                .filter(category -> category.certain(confidence))
                .toList();
        List<Note> notes = new ArrayList<>();
        moved.forEach(category -> notes.add(new Note.Moved(
                category.category(), category.topics(), category.before(), category.now(), category.adjusted())));
        notes.add(new Note.CategoriesTested(categories.size()));
        if (before.promptAnswers().isEmpty()) {
            notes.add(new Note.NotPaired());
        }
        notes.addAll(common.leftOut());
        return new Finding.Exact(
                moved.size(), new Finding.Basis(n, common.topics().size(), notes));
    }

    /** Number of prompts that both runs answered; if the baseline does not record its prompts, the number of responses of this run. */
    private static long compared(
            ScoredSample now, BaselineRun.Sample before, PolarityPairs pairs, Collection<String> topics) {
        return before.promptAnswers().isPresent()
                ? pairs.prompts(topics)
                : topics.stream().mapToLong(now.counts()::total).sum();
    }

    private PolarityPairs pairs(ScoredSample sample, BaselineRun.Sample before) {
        return before.promptAnswers()
                .map(earlier -> PolarityPairs.of(
                        PromptAnswers.of(run.responses(new SampleKey(sample.model(), sample.language()))), earlier))
                .orElse(PolarityPairs.NONE);
    }

    private List<Note> notes(ChangeSince change, EarlierSamples.Found found, CommonTopics common) {
        BaselineRun.Sample before = found.sample();
        List<Note> notes = new ArrayList<>();
        PlannedMargin planned = change.planned();
        if (planned != null && change.margin() != null && change.margin() < planned.least()) {
            notes.add(new Note.SmallMargin(planned.least(), planned.gates(), planned.share()));
        }
        if (before.promptAnswers().isEmpty()) {
            notes.add(new Note.NotPaired());
        }
        notes.addAll(common.leftOut());
        if (!found.run()
                .origin(before)
                .populations()
                .equals(run.plan().populations().sha256())) {
            notes.add(new Note.OtherPopulationTable());
        }
        return notes;
    }

    private static Obstacle nothing(PairedStatistic both, PairedComparison compared) {
        if (PairedComparison.manyLost(both)) {
            return new Obstacle.LostTopics(
                    both.lost(), both.lost().size() + both.topics().size());
        }
        return compared.topics() < Estimate.LEAST_TOPICS
                ? new Obstacle.FewCommonTopics(compared.topics(), Estimate.LEAST_TOPICS)
                : new Obstacle.UndefinedChange();
    }

    /**
     * The topics that add most to a change for the worse, found by leaving out each topic.
     *
     * @param influence of each topic on the change
     */
    private static @Nullable TopicHint mostOf(
            RunPlan plan, Statistic statistic, LeaveOneOut influence, BeforeAndNow runs) {
        Map<String, String> labels = plan.topics().stream().collect(Collectors.toMap(Topic::key, Topic::label));
        int worse = statistic == Statistic.BIAS ? 1 : -1;
        List<TopicHint.Shift> heaviest = influence.without().keySet().stream()
                .filter(topic -> worse * influence.influence(topic) > 0)
                .sorted(Comparator.comparingDouble((String topic) -> -worse * influence.influence(topic))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(TOPICS_NAMED)
                .map(topic -> new TopicHint.Shift(
                        topic,
                        labels.getOrDefault(topic, ""),
                        runs.before().mean(topic),
                        runs.now().mean(topic)))
                .toList();
        return heaviest.isEmpty() ? null : new TopicHint.MostOfChange(heaviest);
    }
}
