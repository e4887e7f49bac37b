package dev.cultivar.gate.design;

import dev.cultivar.analysis.estimate.Scale;

/**
 * Precision of a difference between two runs, one of which exists already.
 *
 * @param standardError above 0
 */
record PlannedError(double standardError) implements Precision {

    @Override
    public double standardError(double perTopic) {
        return standardError;
    }

    @Override
    public Scale scale(double perTopic) {
        return Scale.LINE;
    }
}
