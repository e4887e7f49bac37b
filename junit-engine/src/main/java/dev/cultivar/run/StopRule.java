package dev.cultivar.run;

import dev.cultivar.run.plan.SampleKey;
import dev.cultivar.run.response.RunRecord;
import java.util.Set;

/** Says between the looks of a run who need not be asked on. */
@FunctionalInterface
public interface StopRule {

    /** Never stops, and is never called: everything is asked at once. */
    StopRule NEVER = (look, soFar) -> Set.of();

    /**
     * Called after each look but the last, when every response up to it has ended.
     *
     * @param look from 0
     * @param soFar all that was asked up to the look
     * @return models and languages to be asked no more
     */
    Set<SampleKey> stop(int look, RunRecord soFar);
}
