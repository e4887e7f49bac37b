package dev.cultivar.stats;

import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** Bootstrap replicates, reproducible by seed on any number of threads. */
public final class Bootstrap {

    private Bootstrap() {}

    /**
     * Draws replicates in parallel on the common pool. Round {@code r} gets stream {@code r} of the seed, so the result does not depend
     * on the number of threads.
     *
     * @param rounds number of replicates, at least 1
     * @param seed any number
     * @param statistic draws with the given generator and nothing else random, and returns one or more statistics, the same number in
     *     each round; called from several threads at once
     * @throws IllegalArgumentException if {@code rounds < 1}, or rounds return different numbers of statistics
     */
    public static BootstrapResult run(int rounds, long seed, Function<UniformRandomProvider, double[]> statistic) {
        Seeds seeds = new Seeds(seed);
        return run(rounds, round -> statistic.apply(seeds.stream(round)));
    }

    /** The same for rounds that were drawn before. */
    public static BootstrapResult run(int rounds, IntFunction<double[]> statistic) {
        Require.atLeast("rounds", rounds, 1);
        return new BootstrapResult(
                IntStream.range(0, rounds).parallel().mapToObj(statistic).toArray(double[][]::new));
    }
}
