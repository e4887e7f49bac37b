package dev.cultivar.history;

import dev.cultivar.analysis.counts.BeforeAndNow;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.util.CombinatoricsUtils;

/**
 * States that no topic can be certain to have drifted, however far. The least two-sided p-value of a permutation test of n and m
 * responses is 2 / C(n + m, n), and it must pass Holm's strictest step, alpha over the number of topics.
 *
 * @param topics number of topics compared
 * @param responses number per topic in both runs at which a topic could be certain
 */
public record DriftLimit(int topics, int responses) {

    private static final int MOST = 1_000;

    /** Empty where some topic can be certain, or where there are no topics. */
    static Optional<DriftLimit> of(List<String> topics, BeforeAndNow runs, double alpha) {
        double strictest = Math.log(alpha / topics.size());
        boolean some = topics.stream()
                .anyMatch(topic ->
                        least((int) runs.before().total(topic), (int) runs.now().total(topic)) <= strictest);
        if (topics.isEmpty() || some) {
            return Optional.empty();
        }
        int enough = 1;
        while (enough < MOST && least(enough, enough) > strictest) {
            enough++;
        }
        return Optional.of(new DriftLimit(topics.size(), enough));
    }

    /** Logarithm of the least possible p-value. */
    private static double least(int before, int now) {
        return Math.log(2) - CombinatoricsUtils.binomialCoefficientLog(before + now, now);
    }
}
