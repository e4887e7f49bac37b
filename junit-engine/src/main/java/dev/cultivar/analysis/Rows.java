package dev.cultivar.analysis;

import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Measurement;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.api.Outcome;
import dev.cultivar.settings.Method;
import dev.cultivar.stats.Interval;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the rows of one sample. */
final class Rows {

    private final ScoredSample sample;
    private final double confidence;
    private final Method method;

    Rows(ScoredSample sample, double confidence, Method method) {
        this.sample = sample;
        this.confidence = confidence;
        this.method = method;
    }

    Measurement row(
            Statistic statistic,
            @Nullable PopulationKey population,
            String metric,
            String unit,
            @Nullable Pivot pivot,
            long n,
            int topics,
            List<Note> note) {
        double value = Double.NaN;
        double lower = Double.NaN;
        double upper = Double.NaN;
        if (pivot != null) {
            Interval interval = pivot.interval(confidence);
            value = pivot.estimate();
            lower = interval.lower();
            upper = interval.upper();
        }
        Estimate.@Nullable Regression test = statistic == Statistic.BIAS && pivot != null
                ? new Estimate.Regression(pivot.standardError(), pivot.df(), pivot.p(0))
                : null;
        Estimate estimate = estimate(statistic, population, metric, value, lower, upper, n, topics, unit, test, note);
        return new Measurement(estimate, pivot);
    }

    /** What people would score in self-consistency; no model's row. */
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
                        people.topics(),
                        people.topics(),
                        Metric.SPEARMAN.unit(),
                        options.method().label(),
                        null,
                        List.of(
                                people.topics() < Estimate.LEAST_TOPICS
                                        ? new Note.FewTopics(people.topics(), Note.Need.TRUTH, Estimate.LEAST_TOPICS)
                                        : new Note.PeopleFromShares())),
                null);
    }

    /** Scored among planned responses; exact, so without an interval. */
    Measurement coverage() {
        long scored = sample.outcomes().getOrDefault(Outcome.SCORED, 0);
        double share = sample.planned() == 0 ? Double.NaN : (double) scored / sample.planned();
        List<Note> note = sample.planned() == 0 ? List.of(new Note.NothingPlanned()) : List.of();
        Estimate estimate = estimate(
                Statistic.COVERAGE,
                null,
                "share",
                share,
                Double.NaN,
                Double.NaN,
                sample.planned(),
                sample.topics().size(),
                "share",
                null,
                note);
        return new Measurement(estimate, null);
    }

    private Estimate estimate(
            Statistic statistic,
            @Nullable PopulationKey population,
            String metric,
            double value,
            double lower,
            double upper,
            long n,
            int topics,
            String unit,
            Estimate.@Nullable Regression test,
            List<Note> note) {
        return new Estimate(
                statistic,
                sample.model(),
                sample.family(),
                sample.language(),
                population == null ? null : population.name(),
                population == null ? null : population.type().name().toLowerCase(Locale.ROOT),
                metric,
                value,
                lower,
                upper,
                confidence,
                n,
                topics,
                unit,
                method.label(),
                test,
                note);
    }
}
