package dev.cultivar.gate;

import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.analysis.estimate.Pivot;
import org.jspecify.annotations.Nullable;

/**
 * What was found for one gate.
 *
 * @param leaf the gate
 * @param estimate the statistic, NaN where there is none
 * @param pivot what its interval follows from; null where it is exact, or where there is none
 * @param n responses it rests on
 * @param topics topics it rests on
 * @param failure why the gate fails whatever the estimate; empty where the estimate decides
 * @param cause of the failure; {@link Cause#NONE} where the estimate decides
 * @param pass whether it passes for want of anything to compare with: a baseline that is missing and not required
 * @param note what else must be known; may be empty
 * @param weights how much each topic weighs in the estimate
 */
record Finding(
        GateLeaf leaf,
        double estimate,
        @Nullable Pivot pivot,
        long n,
        int topics,
        String failure,
        Cause cause,
        boolean pass,
        String note,
        LeaveOneOut weights) {

    /** Nothing to decide on. */
    static Finding failed(GateLeaf leaf, String failure) {
        return failed(leaf, Cause.UNDECIDED, failure);
    }

    static Finding failed(GateLeaf leaf, Cause cause, String failure) {
        String line = failure.endsWith(".") ? failure.substring(0, failure.length() - 1) : failure;
        return none(leaf, 0, 0, line, cause, false, "");
    }

    /** Without an estimate. */
    static Finding none(GateLeaf leaf, long n, int topics, String failure, Cause cause, boolean pass, String note) {
        return new Finding(leaf, Double.NaN, null, n, topics, failure, cause, pass, note, LeaveOneOut.NONE);
    }

    /** With an estimate, which decides. */
    static Finding of(
            GateLeaf leaf,
            double estimate,
            @Nullable Pivot pivot,
            long n,
            int topics,
            String note,
            LeaveOneOut weights) {
        return new Finding(leaf, estimate, pivot, n, topics, "", Cause.NONE, false, note, weights);
    }
}
