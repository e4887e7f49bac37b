package dev.cultivar.analysis.regression;

import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Measurement;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.analysis.estimate.Pivots;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.settings.Estimand;
import dev.cultivar.settings.Method;
import dev.cultivar.stats.Interval;
import dev.cultivar.survey.PopulationKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of results from a regression. */
final class Coefficient {

    private Coefficient() {}

    /** @param fault of the fit; with a fault, a coefficient has no interval and no gate can rest on it */
    static Measurement row(
            Statistic statistic,
            @Nullable String model,
            @Nullable String family,
            String language,
            @Nullable PopulationKey population,
            double value,
            @Nullable Pivot fitted,
            Optional<Note> fault,
            long n,
            int topics,
            AnalysisOptions options) {
        Pivot pivot = fault.isPresent() ? null : fitted;
        Interval interval = pivot == null
                ? new Interval(Double.NaN, Double.NaN, options.confidence())
                : pivot.interval(options.confidence());
        Estimate.Uncertainty uncertainty =
                pivot == null ? null : new Estimate.Uncertainty(pivot.standardError(), pivot.df(), pivot.p(0));
        Estimate estimate = new Estimate(
                statistic,
                model,
                family,
                language,
                population == null ? null : population.name(),
                population == null ? null : population.type().name().toLowerCase(Locale.ROOT),
                "coefficient",
                value,
                interval.lower(),
                interval.upper(),
                options.confidence(),
                Estimand.ALL_TOPICS,
                n,
                topics,
                "coefficient",
                options.method().label(),
                uncertainty,
                notes(fitted, fault, options));
        return new Measurement(estimate, Pivots.ofAllTopics(pivot));
    }

    private static List<Note> notes(@Nullable Pivot fitted, Optional<Note> fault, AnalysisOptions options) {
        if (fitted == null) {
            return List.of(new Note.UndefinedStandardError());
        }
        List<Note> notes = new ArrayList<>(fault.stream().toList());
        if (options.method() == Method.PUBLISHED) {
            notes.add(new Note.RoundsAsObservations(options.rounds()));
        }
        if (!options.judgeErrors().isEmpty()) {
            notes.add(new Note.AlignmentsCorrectedForJudge());
        }
        return notes;
    }
}
