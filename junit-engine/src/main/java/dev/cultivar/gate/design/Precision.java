package dev.cultivar.gate.design;

import dev.cultivar.analysis.estimate.Scale;

/** How the standard error of a statistic falls with the number of responses to each topic. */
public sealed interface Precision permits FallingError, ConsistencyError, PlannedError {

    /**
     * The standard error with that many responses to each topic.
     *
     * @param perTopic at least 2
     * @return on the scale, above 0; infinite where there is no interval
     */
    double standardError(double perTopic);

    /** The scale on which the statistic is symmetric around its truth. */
    Scale scale(double perTopic);
}
