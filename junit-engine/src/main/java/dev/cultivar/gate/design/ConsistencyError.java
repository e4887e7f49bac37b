package dev.cultivar.gate.design;

import dev.cultivar.analysis.estimate.Scale;

/**
 * Precision of a correlation between members of a class, here responses to one topic. Its Fisher's z is half the logarithm of the ratio
 * of the mean squares between and within classes, so its variance is a quarter of the sum of the variances of the two logarithms. With
 * {@code Q} topics, {@code m} responses and {@code t = c / (1 - c)}, the variance of the logarithm within classes is
 * {@code 2 / (Q (m - 1))}. That of the logarithm between classes is {@code 2 / Q} if the topics are a sample; if they are fixed, it is
 * {@code 2 (1 + 2 m t) / (Q (1 + m t)^2)}, from a non-central chi-squared distribution. In that case the interval comes from a jackknife
 * that deletes a response from each pair, which makes it too wide by about {@code (m - 1) / (m - 2)}.
 *
 * @param topics that it rests on, at least 1
 * @param consistency the true consistency, in [0,1)
 * @param fixed whether the question is about these topics
 */
record ConsistencyError(int topics, double consistency, boolean fixed) implements Precision {

    @Override
    public double standardError(double perTopic) {
        double apart = perTopic * consistency / (1 - consistency);
        double between = fixed ? (1 + 2 * apart) / ((1 + apart) * (1 + apart)) : 1;
        double variance = (between + 1 / (perTopic - 1)) / (2 * topics);
        return Math.sqrt(fixed ? variance * (perTopic - 1) / Math.max(0, perTopic - 2) : variance);
    }

    @Override
    public Scale scale(double perTopic) {
        return Scale.intraclass(perTopic);
    }
}
