package dev.cultivar.gate.design;

import dev.cultivar.settings.Estimand;

/**
 * What is known of a gate's statistic before anything is asked.
 *
 * @param estimand question that its interval answers
 * @param topics that it rests on, at least 1
 * @param expected what the statistic will be
 * @param precision with the truth at the gate's threshold
 */
public record PowerDesign(Estimand estimand, int topics, Expected expected, Precision precision) {

    /** Of its standard error; what is known of these topics' responses makes it as good as known. */
    public double degreesOfFreedom() {
        return estimand == Estimand.THESE_TOPICS ? Double.POSITIVE_INFINITY : Math.max(1, topics - 1.0);
    }
}
