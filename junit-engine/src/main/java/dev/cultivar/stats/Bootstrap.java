package dev.cultivar.stats;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Bootstrap replicates, reproducible by seed on any number of threads, and the intervals read from them. */
public final class Bootstrap {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

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
        return between(replicates, tail, 1 - tail, confidence);
    }

    /**
     * Bias-corrected and accelerated interval (Efron 1987). NaN where all replicates lie on one side of the estimate, as then the
     * correction for bias is infinite, and where the estimate or a jackknife value is NaN. NaN replicates are treated as in
     * {@link #percentile}.
     *
     * @param estimate the statistic of the data themselves
     * @param replicates bootstrap replicates of it
     * @param jackknife the statistic with each unit (each cluster, where clusters are resampled) left out in turn; where they are all
     *     the same there is no acceleration
     * @throws IllegalArgumentException if confidence is not strictly between 0 and 1
     */
    public static Interval bca(double estimate, double[] replicates, double[] jackknife, double confidence) {
        Require.openUnit("confidence", confidence);
        double below = 0;
        int known = 0;
        for (double replicate : replicates) {
            if (!Double.isNaN(replicate)) {
                known++;
                below += replicate < estimate ? 1 : replicate == estimate ? 0.5 : 0;
            }
        }
        double bias = NORMAL.inverseCumulativeProbability(known == 0 ? 0 : below / known);
        double acceleration = acceleration(jackknife);
        if (Double.isNaN(estimate) || Double.isInfinite(bias) || Double.isNaN(acceleration)) {
            return Interval.undefined(confidence);
        }
        double z = NORMAL.inverseSurvivalProbability((1 - confidence) / 2);
        double lower = adjusted(bias, acceleration, -z);
        double upper = adjusted(bias, acceleration, z);
        return lower < upper ? between(replicates, lower, upper, confidence) : Interval.undefined(confidence);
    }

    private static double adjusted(double bias, double acceleration, double z) {
        double shifted = bias + z;
        double spread = 1 - acceleration * shifted;
        return spread > 0 ? NORMAL.cumulativeProbability(bias + shifted / spread) : Double.NaN;
    }

    private static double acceleration(double[] jackknife) {
        double mean = Arrays.stream(jackknife).average().orElse(Double.NaN);
        double squares = 0;
        double cubes = 0;
        for (double value : jackknife) {
            double d = mean - value;
            squares += d * d;
            cubes += d * d * d;
        }
        return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
    }

    private static Interval between(double[] replicates, double lower, double upper, double confidence) {
        double[] sorted = replicates.clone();
        Arrays.sort(sorted); // NaN last
        int unknown = 0;
        while (unknown < sorted.length && Double.isNaN(sorted[sorted.length - 1 - unknown])) {
            unknown++;
        }
        double low = quantile(sorted, lower, unknown);
        double high = quantile(sorted, upper, 0);
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
