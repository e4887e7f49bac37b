package dev.cultivar.results;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.ReferencePoints;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.settings.Estimand;
import dev.cultivar.text.Decimals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code results[]}; see {@link Estimate} for the fields. A number that does not exist is null, and the notes say why. For
 * people, the file also contains the sentence that reports make of the notes, as {@code note}, which is never read back.
 */
@JsonIgnoreProperties("note")
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
        @Nullable String estimand,
        @Nullable Double otherLower,
        @Nullable Double otherUpper,
        long n,
        int topics,
        String unit,
        String method,
        @Nullable Double stdError,
        @Nullable Double df,
        @Nullable String scale,
        @Nullable Double p,
        @Nullable ReferencePoints references,
        List<Note> notes) {

    public ResultRow {
        notes = List.copyOf(notes);
    }

    /** Whether it is a row of this statistic. */
    public boolean isOf(Statistic kind) {
        return statistic.equals(kind.label());
    }

    public static ResultRow of(String suite, Estimate estimate) {
        Estimate.@Nullable Uncertainty uncertainty = estimate.uncertainty();
        Estimand estimand = estimate.estimand();
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
                estimand == null ? null : estimand.label(),
                Decimals.orNull(estimate.otherLower()),
                Decimals.orNull(estimate.otherUpper()),
                estimate.n(),
                estimate.topics(),
                estimate.unit(),
                estimate.method(),
                uncertainty == null ? null : Decimals.orNull(uncertainty.stdError()),
                uncertainty == null ? null : Decimals.orNull(uncertainty.df()),
                uncertainty == null ? null : uncertainty.scale(),
                uncertainty == null ? null : Decimals.orNull(uncertainty.p()),
                estimate.references(),
                estimate.notes());
    }
}
