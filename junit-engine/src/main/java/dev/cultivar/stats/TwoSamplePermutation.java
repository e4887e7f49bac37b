package dev.cultivar.stats;

import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ArraySampler;

/**
 * Tests whether two independent samples come from one distribution, by the difference of their means under random division of all values:
 * a Monte Carlo permutation test, in parallel and reproducible by seed. A p-value is {@code (1 + as extreme) / (1 + rounds)} (Phipson and
 * Smyth 2010), so it is never 0 and never too small. Ties, to a relative 1e-12, count as extreme.
 *
 * @param difference mean of the first sample minus mean of the second; NaN where one is empty
 * @param greater p-value against divisions with a difference at least as large, in (0, 1]; NaN where the difference is
 * @param less p-value against divisions with a difference at most as large, in (0, 1]; NaN where the difference is
 * @param twoSided twice the smaller of the two, at most 1
 */
public record TwoSamplePermutation(double difference, double greater, double less, double twoSided) {

    /**
     * Tests two samples.
     *
     * @param rounds number of divisions, at least 1
     * @param seed any number
     * @throws IllegalArgumentException if a value is not finite or {@code rounds < 1}
     */
    public static TwoSamplePermutation test(double[] x, double[] y, int rounds, long seed) {
        Require.finite("x", x);
        Require.finite("y", y);
        Require.atLeast("rounds", rounds, 1);
        double[] all = new double[x.length + y.length];
        System.arraycopy(x, 0, all, 0, x.length);
        System.arraycopy(y, 0, all, x.length, y.length);
        double observed = difference(all, x.length);
        if (Double.isNaN(observed)) {
            return new TwoSamplePermutation(observed, Double.NaN, Double.NaN, Double.NaN);
        }
        Seeds seeds = new Seeds(seed);
        double[] divided = IntStream.range(0, rounds)
                .parallel()
                .mapToDouble(round -> shuffled(all, x.length, seeds.stream(round)))
                .toArray();
        double slack = 1e-12 * Math.abs(observed);
        int above = 0;
        int below = 0;
        for (double value : divided) {
            above += value < observed - slack ? 0 : 1;
            below += value > observed + slack ? 0 : 1;
        }
        double greater = (1.0 + above) / (1.0 + rounds);
        double less = (1.0 + below) / (1.0 + rounds);
        return new TwoSamplePermutation(observed, greater, less, Math.min(1, 2 * Math.min(greater, less)));
    }

    private static double shuffled(double[] all, int first, UniformRandomProvider rng) {
        double[] mixed = all.clone();
        ArraySampler.shuffle(rng, mixed);
        return difference(mixed, first);
    }

    private static double difference(double[] all, int first) {
        return mean(all, 0, first) - mean(all, first, all.length);
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }
}
