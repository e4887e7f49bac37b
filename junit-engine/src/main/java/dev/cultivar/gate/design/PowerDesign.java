package dev.cultivar.gate.design;

import dev.cultivar.settings.Estimand;

/**
 * What is known about a gate's statistic before anything is asked.
 *
 * @param estimand the question that its interval answers
 * @param topics that it rests on, at least 1
 * @param expected what the statistic will be
 * @param precision assuming that the truth is at the gate's threshold
 */
public record PowerDesign(Estimand estimand, int topics, Expected expected, Precision precision) {

    /**
     * Degrees of freedom of its standard error. At these topics, so much is known about the responses that the standard error is as good
     * as known.
     */
    public double degreesOfFreedom() {
        return estimand == Estimand.THESE_TOPICS ? Double.POSITIVE_INFINITY : Math.max(1, topics - 1.0);
    }
}
