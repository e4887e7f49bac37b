package dev.cultivar.gate;

import dev.cultivar.analysis.Pivot;
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
 * @param pass whether it passes for want of anything to compare with: a baseline that is missing and not required
 * @param note what else must be known; may be empty
 */
record Finding(
        GateLeaf leaf,
        double estimate,
        @Nullable Pivot pivot,
        long n,
        int topics,
        String failure,
        boolean pass,
        String note) {

    static Finding failed(GateLeaf leaf, String failure) {
        String line = failure.endsWith(".") ? failure.substring(0, failure.length() - 1) : failure;
        return new Finding(leaf, Double.NaN, null, 0, 0, line, false, "");
    }
}
