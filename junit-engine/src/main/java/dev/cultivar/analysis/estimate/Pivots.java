package dev.cultivar.analysis.estimate;

import dev.cultivar.settings.Estimand;
import org.jspecify.annotations.Nullable;

/**
 * The basis of one estimate's intervals, by the question that they answer.
 *
 * @param theseTopics null where there is none
 * @param allTopics null where there is none
 */
public record Pivots(@Nullable Pivot theseTopics, @Nullable Pivot allTopics) {

    /** For a value without an interval. */
    public static final Pivots NONE = new Pivots(null, null);

    /** For a statistic that is only about all topics. */
    public static Pivots ofAllTopics(@Nullable Pivot pivot) {
        return new Pivots(null, pivot);
    }

    /** The pivot for a question; null where there is none. */
    public @Nullable Pivot of(Estimand estimand) {
        return estimand == Estimand.THESE_TOPICS ? theseTopics : allTopics;
    }

    /** Either pivot, for its estimate, which is the same in both; null where there is none. */
    public @Nullable Pivot any() {
        return theseTopics == null ? allTopics : theseTopics;
    }
}
