package dev.cultivar.results;

import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.text.Decimals;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code results[]}; see {@link Estimate} for what each field holds. A number that does not exist is null, and
 * then {@code note} says why.
 */
public record ResultRow(
        String statistic,
        String suite,
        @Nullable String model,
        @Nullable String family,
        @Nullable String language,
        @Nullable String population,
        @Nullable String populationType,
        String metric,
        @Nullable Double estimate,
        @Nullable Double lower,
        @Nullable Double upper,
        @Nullable Double confidence,
        long n,
        int topics,
        String unit,
        String method,
        @Nullable Double stdError,
        @Nullable Double df,
        @Nullable Double p,
        String note) {

    public static ResultRow of(String suite, Estimate estimate) {
        Estimate.@Nullable Regression regression = estimate.regression();
        return new ResultRow(
                estimate.statistic().label(),
                suite,
                estimate.model(),
                estimate.family(),
                estimate.language(),
                estimate.population(),
                estimate.populationType(),
                estimate.metric(),
                Decimals.orNull(estimate.value()),
                Decimals.orNull(estimate.lower()),
                Decimals.orNull(estimate.upper()),
                Decimals.orNull(estimate.confidence()),
                estimate.n(),
                estimate.topics(),
                estimate.unit(),
                estimate.method(),
                regression == null ? null : Decimals.orNull(regression.stdError()),
                regression == null ? null : Decimals.orNull(regression.df()),
                regression == null ? null : Decimals.orNull(regression.p()),
                note(estimate));
    }

    private static String note(Estimate estimate) {
        if (!estimate.note().isEmpty()) {
            return estimate.note();
        }
        if (!Double.isFinite(estimate.value())) {
            return "could not be computed";
        }
        return Double.isFinite(estimate.lower()) && Double.isFinite(estimate.upper()) ? "" : "no interval";
    }
}
