package dev.cultivar.stats;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** Bootstrap replicates, reproducible by seed on any number of threads, and the intervals read from them. */
public final class Bootstrap {

    private Bootstrap() {}

    /**
     * Draws replicates in parallel on the common pool. Round {@code r} gets stream {@code r} of the seed, so the result does not
     * depend on the number of threads.
     *
     * @param rounds number of replicates, at least 1
     * @param seed any number
     * @param statistic draws with the generator it is given, and with nothing else random, and returns one or more statistics, as many
     *     in each round; called from several threads at once
     * @throws IllegalArgumentException if {@code rounds < 1}, or rounds return different numbers of statistics
     */
    public static BootstrapResult run(int rounds, long seed, Function<UniformRandomProvider, double[]> statistic) {
        Require.atLeast("rounds", rounds, 1);
        Seeds seeds = new Seeds(seed);
        double[][] replicates = IntStream.range(0, rounds)
                .parallel()
                .mapToObj(round -> statistic.apply(seeds.stream(round)))
                .toArray(double[][]::new);
        return new BootstrapResult(replicates);
    }

    /**
     * Percentile interval: the {@code (1 - confidence) / 2} quantiles of the replicates at positions {@code p (B + 1)} (Davison and
     * Hinkley 1997; R's quantile type 6).
     *
     * <p>A replicate that is NaN could have been anything, so it counts as the lowest for the lower bound and as the highest for the
     * upper bound. The interval is NaN where that leaves a bound open: when more than {@code (1 - confidence) / 2} of them are NaN, or
     * there are too few to reach that far into the tails.
     *
     * @throws IllegalArgumentException if confidence is not strictly between 0 and 1
     */
    public static Interval percentile(double[] replicates, double confidence) {
        Require.openUnit("confidence", confidence);
        double tail = (1 - confidence) / 2;
        double[] sorted = replicates.clone();
        Arrays.sort(sorted); // NaN last
        int unknown = 0;
        while (unknown < sorted.length && Double.isNaN(sorted[sorted.length - 1 - unknown])) {
            unknown++;
        }
        double low = quantile(sorted, tail, unknown);
        double high = quantile(sorted, 1 - tail, 0);
        return Double.isNaN(low) || Double.isNaN(high)
                ? Interval.undefined(confidence)
                : new Interval(low, Math.max(low, high), confidence);
    }

    /** The quantile when the NaN at the end are moved to the front ({@code inFront} of them) or left where they are (0). */
    private static double quantile(double[] sorted, double p, int inFront) {
        double position = p * (sorted.length + 1);
        int whole = (int) Math.floor(position);
        double part = position - whole;
        double here = at(sorted, whole - inFront);
        return part == 0 ? here : here + part * (at(sorted, whole + 1 - inFront) - here);
    }

    private static double at(double[] sorted, int oneBased) {
        return oneBased < 1 || oneBased > sorted.length ? Double.NaN : sorted[oneBased - 1];
    }
}
