package dev.cultivar.history;

import dev.cultivar.analysis.counts.PolarityCounts;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.util.CombinatoricsUtils;

/**
 * Whether the responses could show the drift of a single topic at all. The least two-sided p-value of a permutation test of n and m
 * responses is 2 / C(n + m, n), and it has to pass Holm's strictest step, alpha over the number of topics.
 */
final class DriftLimit {

    private static final int MOST = 1_000;

    private DriftLimit() {}

    /** What to say where no topic can be certain, however far it moved; empty where some can. */
    static Optional<String> said(List<String> topics, PolarityCounts before, PolarityCounts now, double alpha) {
        double strictest = Math.log(alpha / topics.size());
        boolean some = topics.stream()
                .anyMatch(topic -> least((int) before.total(topic), (int) now.total(topic)) <= strictest);
        if (topics.isEmpty() || some) {
            return Optional.empty();
        }
        int enough = 1;
        while (enough < MOST && least(enough, enough) > strictest) {
            enough++;
        }
        return Optional.of("with so few responses a topic no single one of the " + topics.size()
                + " topics can be certain to have drifted, however far; " + enough
                + " a topic in both runs are the least");
    }

    /** Logarithm of the least p-value. */
    private static double least(int before, int now) {
        return Math.log(2) - CombinatoricsUtils.binomialCoefficientLog(before + now, now);
    }
}
