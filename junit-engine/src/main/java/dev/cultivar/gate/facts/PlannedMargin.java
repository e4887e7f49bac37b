package dev.cultivar.gate.facts;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a regression gate before anything is asked, from the plan and the baseline.
 *
 * @param standardError of the change, above or equal to 0
 * @param gates regression gates of the suite, which are to pass together
 * @param least margin at which all of them pass an unchanged release in 80 of 100 runs
 * @param share of unchanged releases that all of them pass where each has this gate's margin for its precision, in [0,1]
 * @param needed what the greatest margin that is planned would take; null where the least is no greater
 */
public record PlannedMargin(
        double standardError,
        int gates,
        double least,
        double share,
        @Nullable Needed needed) {

    /**
     * Responses per model and language.
     *
     * @param responses planned
     * @param baselineToo whether the baseline needs as many, since it alone is not precise enough
     */
    public record Needed(long responses, boolean baselineToo) {}
}
