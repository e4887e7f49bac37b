package dev.cultivar.analysis.estimate;

import dev.cultivar.settings.Estimand;
import org.jspecify.annotations.Nullable;

/**
 * What the intervals of one estimate follow from, by the question that they answer.
 *
 * @param theseTopics null where there is none
 * @param allTopics null where there is none
 */
public record Pivots(@Nullable Pivot theseTopics, @Nullable Pivot allTopics) {

    /** Of a value without an interval. */
    public static final Pivots NONE = new Pivots(null, null);

    /** Of a statistic that is about all topics only. */
    public static Pivots ofAllTopics(@Nullable Pivot pivot) {
        return new Pivots(null, pivot);
    }

    /** Null where there is none for that question. */
    public @Nullable Pivot of(Estimand estimand) {
        return estimand == Estimand.THESE_TOPICS ? theseTopics : allTopics;
    }

    /** Any of them, for the estimate, which is the same in both; null where there is none. */
    public @Nullable Pivot any() {
        return theseTopics == null ? allTopics : theseTopics;
    }
}
