package dev.cultivar.gate.design;

import dev.cultivar.analysis.estimate.Scale;

/**
 * Precision of a statistic whose variance over {@code Q} topics with {@code m} responses to each is {@code (lasting + falling / m) / Q}.
 *
 * @param topics that it rests on, at least 1
 * @param lasting the part that more responses do not lower, at least 0
 * @param falling the part that they do lower, above 0
 */
record FallingError(int topics, double lasting, double falling, Scale scale) implements Precision {

    @Override
    public double standardError(double perTopic) {
        return Math.sqrt((lasting + falling / perTopic) / topics);
    }

    @Override
    public Scale scale(double perTopic) {
        return scale;
    }
}
