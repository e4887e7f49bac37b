package dev.cultivar.report;

import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.settings.Estimand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Estimates to report in tests, of 300 responses to 32 topics, at 95%. */
public final class Estimates {

    private static final String CORRELATION = "spearman";

    private Estimates() {}

    /** Of m1 in Danish. */
    static Estimate of(
            Statistic statistic, String population, double value, double lower, double upper, Note... notes) {
        return estimate(statistic, "m1", "da", population, CORRELATION, value, lower, upper, null, List.of(notes));
    }

    /** With an interval of 0.1 to either side. */
    public static Estimate of(Statistic statistic, String model, String language, String population, double value) {
        return estimate(
                statistic, model, language, population, CORRELATION, value, value - 0.1, value + 0.1, null, List.of());
    }

    /** In Danish with Denmark, by a metric that a statistic can have several of. */
    public static Estimate by(
            Statistic statistic,
            @Nullable String model,
            String metric,
            double value,
            Estimate.@Nullable Uncertainty uncertainty) {
        return estimate(statistic, model, "da", "DK", metric, value, value - 0.1, value + 0.1, uncertainty, List.of());
    }

    private static Estimate estimate(
            Statistic statistic,
            @Nullable String model,
            String language,
            String population,
            String metric,
            double value,
            double lower,
            double upper,
            Estimate.@Nullable Uncertainty uncertainty,
            List<Note> notes) {
        return new Estimate(
                statistic,
                model,
                "fam",
                language,
                population,
                population.equals(language) ? "language" : "country",
                metric,
                value,
                lower,
                upper,
                0.95,
                Estimand.THESE_TOPICS,
                300,
                32,
                "rho",
                "robust",
                uncertainty,
                notes);
    }
}
