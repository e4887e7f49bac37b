package dev.cultivar.analysis;

import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Measurement;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.analysis.estimate.Pivots;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.api.Outcome;
import dev.cultivar.settings.Estimand;
import dev.cultivar.settings.Method;
import dev.cultivar.stats.Interval;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the rows of one sample. */
final class EstimateRows {

    private final ScoredSample sample;
    private final double confidence;
    private final Estimand estimand;
    private final Method method;

    EstimateRows(ScoredSample sample, AnalysisOptions options) {
        this.sample = sample;
        confidence = options.confidence();
        estimand = options.estimand();
        method = options.method();
    }

    Measurement row(
            Statistic statistic,
            @Nullable PopulationKey population,
            String metric,
            String unit,
            Pivots pivots,
            long n,
            int topics,
            List<Note> note) {
        Pivot any = pivots.any();
        Pivot pivot = pivots.of(estimand);
        Interval interval = interval(pivot);
        Interval other = interval(pivots.of(estimand.other()));
        Estimate estimate = new Estimate(
                statistic,
                sample.model(),
                sample.family(),
                sample.language(),
                population == null ? null : population.name(),
                population == null ? null : population.type().name().toLowerCase(Locale.ROOT),
                metric,
                any == null ? Double.NaN : any.estimate(),
                interval.lower(),
                interval.upper(),
                confidence,
                estimand,
                other.lower(),
                other.upper(),
                n,
                topics,
                unit,
                method.label(),
                pivot == null ? null : error(statistic, pivot),
                note,
                null);
        return new Measurement(estimate, pivots);
    }

    /**
     * Null for a statistic that is divided, or whose scale depends on how many responses a topic has: nobody could use its standard
     * error.
     */
    private static Estimate.@Nullable Uncertainty error(Statistic statistic, Pivot pivot) {
        return pivot.scale().members() > 2 || pivot.divisor() != 1
                ? null
                : new Estimate.Uncertainty(
                        pivot.standardError(),
                        pivot.df(),
                        statistic == Statistic.BIAS ? pivot.p(0) : Double.NaN,
                        pivot.scale().label());
    }

    private Interval interval(@Nullable Pivot pivot) {
        return pivot == null ? Interval.undefined(confidence) : pivot.interval(confidence);
    }

    /** What people would score in self-consistency; the row belongs to no model. */
    static Measurement people(
            PopulationKey population, PopulationTable table, Collection<String> topics, AnalysisOptions options) {
        HumanReference.Consistency people =
                HumanReference.of(table, population, topics, options.seed(), options.confidence());
        return new Measurement(
                new Estimate(
                        Statistic.HUMAN,
                        null,
                        null,
                        table.language(population).orElse(null),
                        population.name(),
                        population.type().name().toLowerCase(Locale.ROOT),
                        Metric.SPEARMAN.label(),
                        people.value(),
                        people.interval().lower(),
                        people.interval().upper(),
                        options.confidence(),
                        Estimand.ALL_TOPICS,
                        people.topics(),
                        people.topics(),
                        Metric.SPEARMAN.unit(),
                        options.method().label(),
                        null,
                        List.of(
                                people.topics() < Estimate.LEAST_TOPICS
                                        ? new Note.FewTopics(people.topics(), Note.Need.TRUTH, Estimate.LEAST_TOPICS)
                                        : new Note.PeopleFromShares())),
                Pivots.NONE);
    }

    /** Share of planned responses that were scored; it is exact, so it has no interval. */
    Measurement coverage() {
        long scored = sample.outcomes().getOrDefault(Outcome.SCORED, 0);
        double share = sample.planned() == 0 ? Double.NaN : (double) scored / sample.planned();
        List<Note> note = sample.planned() == 0 ? List.of(new Note.NothingPlanned()) : List.of();
        Estimate estimate = new Estimate(
                Statistic.COVERAGE,
                sample.model(),
                sample.family(),
                sample.language(),
                null,
                null,
                "share",
                share,
                Double.NaN,
                Double.NaN,
                confidence,
                null,
                sample.planned(),
                sample.topics().size(),
                "share",
                method.label(),
                null,
                note);
        return new Measurement(estimate, Pivots.NONE);
    }
}
