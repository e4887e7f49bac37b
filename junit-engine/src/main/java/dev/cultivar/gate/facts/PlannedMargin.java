package dev.cultivar.gate.facts;

import org.jspecify.annotations.Nullable;

/**
 * What is known about a regression gate before anything is asked, from the plan and the baseline.
 *
 * @param standardError of the change, above or equal to 0
 * @param gates number of regression gates in the suite, which are to pass together
 * @param least margin at which all of them pass an unchanged release in 80 of 100 runs
 * @param share of unchanged releases that all of them pass, in [0,1], if each has this gate's margin relative to its precision
 * @param needed what the greatest planned margin would take; null where the least is no greater than that
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
     * @param responses number to plan
     * @param baselineToo whether the baseline needs as many, because it is not precise enough as it is
     */
    public record Needed(long responses, boolean baselineToo) {

        /** A larger run is enough. */
        public static Needed ofRun(long responses) {
            return new Needed(responses, false);
        }

        /** The baseline has to be larger as well. */
        public static Needed ofRunAndBaseline(long responses) {
            return new Needed(responses, true);
        }
    }
}
