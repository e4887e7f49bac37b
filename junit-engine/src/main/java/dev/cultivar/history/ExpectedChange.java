package dev.cultivar.history;

import dev.cultivar.analysis.PairedComparison;
import dev.cultivar.analysis.alignment.PairedStatistic;
import dev.cultivar.analysis.counts.BeforeAndNow;
import dev.cultivar.analysis.counts.PolarityCounts;
import dev.cultivar.analysis.counts.PolarityPairs;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.prompt.PlannedPrompt;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How precisely the change of an unchanged model will be known, predicted before anything is asked: each run's variance is that of the
 * baseline, scaled by its number of responses. Answers to one prompt are treated as independent, so where prompts matter and are shared,
 * the interval of the run is shorter than predicted.
 *
 * @param variance of the statistic in the baseline, at its responses
 * @param before number of scored responses of the baseline that it rests on
 * @param now number of scored responses of the run that it will rest on, if the same share of them is scored as in the baseline
 * @param planned responses per model and language from which {@code now} follows
 */
public record ExpectedChange(double variance, long before, double now, int planned) {

    /** Empty where the baseline provides no variance, or where nothing would be compared. */
    public static Optional<ExpectedChange> of(
            RunPlan plan,
            BaselineRun baseline,
            BaselineRun.Sample sample,
            Statistic statistic,
            PopulationKey population) {
        String language = sample.language();
        TreeSet<String> asked = new TreeSet<>();
        plan.topics().forEach(topic -> asked.add(topic.key()));
        CommonTopics common = CommonTopics.of(
                language,
                asked,
                PromptDigests.of(plan),
                sample.topics(),
                baseline.origin(sample).prompts());
        PolarityCounts counts = sample.polarityCounts();
        PairedStatistic twice = PairedStatistic.of(
                statistic, population, language, new BeforeAndNow(counts, counts), common.topics(), plan.populations());
        Pivot pivot = PairedComparison.atTheseTopics(twice, PolarityPairs.NONE).pivot();
        List<PlannedPrompt> prompts = plan.prompts().getOrDefault(language, List.of());
        long compared = prompts.stream()
                .filter(planned -> twice.topics().contains(planned.prompt().topic()))
                .count();
        if (pivot == null || compared == 0 || sample.planned() == 0) {
            return Optional.empty();
        }
        double scored = (double) counts.total() / sample.planned();
        long before = twice.topics().stream().mapToLong(counts::total).sum();
        return Optional.of(new ExpectedChange(
                pivot.standardError() * pivot.standardError() / 2, before, compared * scored, prompts.size()));
    }

    /** The change to a second run with as many answers on the same topics; empty where the sample provides no variance. */
    public static Optional<ExpectedChange> ofAsMany(
            BaselineRun.Sample sample, Statistic statistic, PopulationKey population, PopulationTable populations) {
        PolarityCounts counts = sample.polarityCounts();
        PairedStatistic twice = PairedStatistic.of(
                statistic,
                population,
                sample.language(),
                new BeforeAndNow(counts, counts),
                sample.topics(),
                populations);
        Pivot pivot = PairedComparison.atTheseTopics(twice, PolarityPairs.NONE).pivot();
        long scored = twice.topics().stream().mapToLong(counts::total).sum();
        return pivot == null || scored == 0
                ? Optional.empty()
                : Optional.of(new ExpectedChange(
                        pivot.standardError() * pivot.standardError() / 2, scored, scored, (int) sample.planned()));
    }

    /** Standard error of the change, at least 0. */
    public double standardError() {
        return Math.sqrt(variance * (1 + before / now));
    }

    /**
     * Responses to plan per model and language, with the baseline as it is, to keep the standard error of the change at or below a value.
     *
     * @param standardError the value, above 0
     * @return empty where no number is enough
     */
    public Optional<Long> responses(double standardError) {
        return toPlan(before / (wanted(standardError) - 1));
    }

    /** The same if a new baseline with as many responses is saved first. */
    public Optional<Long> responsesOfBoth(double standardError) {
        return toPlan(2 * before / wanted(standardError));
    }

    private double wanted(double standardError) {
        return standardError * standardError / variance;
    }

    private Optional<Long> toPlan(double scored) {
        return scored > 0 ? Optional.of((long) Math.ceil(scored * planned / now)) : Optional.empty();
    }
}
