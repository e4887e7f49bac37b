package dev.cultivar.analysis.estimate;

import dev.cultivar.settings.Estimand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One estimated statistic: a row of {@code results[]}.
 *
 * @param statistic what is estimated
 * @param model name of the model, or null where the row is not about one
 * @param family family of the model, or null
 * @param language language of the prompts, or null
 * @param population name of the population compared with, or null
 * @param populationType {@code country}, {@code language}, {@code global}, {@code group} or {@code local}, or null
 * @param metric {@code spearman}, {@code mirrored}, {@code pearson}, {@code mean-alignment}, {@code jensen-shannon}, {@code wasserstein},
 *     {@code difference}, {@code share} or {@code coefficient}
 * @param value the estimate; NaN where it cannot be computed, and then {@code notes} say why
 * @param lower lower bound of the interval, or NaN
 * @param upper upper bound of the interval, or NaN
 * @param confidence level of the interval, in (0,1)
 * @param estimand which question the interval answers; null where it is about neither topics nor responses
 * @param otherLower lower bound of the interval that answers the other question, or NaN
 * @param otherUpper upper bound of the interval that answers the other question, or NaN
 * @param n responses that it rests on
 * @param topics topics that it rests on
 * @param unit {@code rho}, {@code share}, {@code points} or {@code coefficient}
 * @param method {@code robust} or {@code published}
 * @param uncertainty standard error and degrees of freedom of its interval; null where it has none, or one on a scale of its own
 * @param notes caveats, and why there is no value where there is none
 * @param references what populations would score; null for statistics that are compared with none
 */
public record Estimate(
        Statistic statistic,
        @Nullable String model,
        @Nullable String family,
        @Nullable String language,
        @Nullable String population,
        @Nullable String populationType,
        String metric,
        double value,
        double lower,
        double upper,
        double confidence,
        @Nullable Estimand estimand,
        double otherLower,
        double otherUpper,
        long n,
        int topics,
        String unit,
        String method,
        @Nullable Uncertainty uncertainty,
        List<Note> notes,
        @Nullable ReferencePoints references) {

    /** Fewest topics that a correlation over topics may rest on. */
    public static final int LEAST_TOPICS = 5;

    public Estimate {
        notes = List.copyOf(notes);
    }

    /** An estimate with at most one interval, and without populations to read it against. */
    public Estimate(
            Statistic statistic,
            @Nullable String model,
            @Nullable String family,
            @Nullable String language,
            @Nullable String population,
            @Nullable String populationType,
            String metric,
            double value,
            double lower,
            double upper,
            double confidence,
            @Nullable Estimand estimand,
            long n,
            int topics,
            String unit,
            String method,
            @Nullable Uncertainty uncertainty,
            List<Note> notes) {
        this(
                statistic,
                model,
                family,
                language,
                population,
                populationType,
                metric,
                value,
                lower,
                upper,
                confidence,
                estimand,
                Double.NaN,
                Double.NaN,
                n,
                topics,
                unit,
                method,
                uncertainty,
                notes,
                null);
    }

    /** The same, to be read against what populations would score. */
    public Estimate beside(ReferencePoints points) {
        return new Estimate(
                statistic,
                model,
                family,
                language,
                population,
                populationType,
                metric,
                value,
                lower,
                upper,
                confidence,
                estimand,
                otherLower,
                otherUpper,
                n,
                topics,
                unit,
                method,
                uncertainty,
                notes,
                points);
    }

    /**
     * The basis of an interval: on the scale, the estimate plus or minus the standard error times a quantile of Student's t.
     *
     * @param p two-sided, against 0; NaN for statistics other than a coefficient or a difference, which are not tested against 0
     * @param scale {@code fisher-z} or {@code identity}
     */
    public record Uncertainty(double stdError, double df, double p, String scale) {

        /** For a coefficient or a difference. */
        public Uncertainty(double stdError, double df, double p) {
            this(stdError, df, p, Scale.LINE.label());
        }
    }
}
