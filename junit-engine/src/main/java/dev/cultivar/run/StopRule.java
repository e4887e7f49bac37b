package dev.cultivar.run;

import dev.cultivar.run.plan.SampleKey;
import dev.cultivar.run.response.RunRecord;
import java.util.Set;

/** Decides between the looks of a run who need not be asked any further. */
@FunctionalInterface
public interface StopRule {

    /** Never stops, and is never called: everything is asked at once. */
    StopRule NEVER = (look, soFar) -> Set.of();

    /**
     * Called after each look except the last, when every response up to it has ended.
     *
     * @param look the look, counted from 0
     * @param soFar everything that was asked up to the look
     * @return models and languages that need no further asking
     */
    Set<SampleKey> stop(int look, RunRecord soFar);
}
