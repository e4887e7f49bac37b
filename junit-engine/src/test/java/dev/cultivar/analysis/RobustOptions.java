package dev.cultivar.analysis;

import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.settings.Method;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/** Options of the robust method at 95%, with the bias towards the United States and no regressions. */
final class RobustOptions {

    private RobustOptions() {}

    static AnalysisOptions of(long seed, int rounds, double reliability) {
        return new AnalysisOptions(
                seed,
                0.95,
                rounds,
                OptionalDouble.of(reliability),
                new TreeSet<>(Set.of("US")),
                new TreeSet<>(),
                Set.of(),
                Method.ROBUST,
                false);
    }
}
