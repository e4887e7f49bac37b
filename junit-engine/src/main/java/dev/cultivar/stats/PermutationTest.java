package dev.cultivar.stats;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ArraySampler;

/**
 * Monte Carlo permutation tests, in parallel and reproducible by seed. A p-value is {@code (1 + as extreme) / (1 + rounds)} (Phipson and
 * Smyth 2010), so it is never 0 and never too small. Ties count as extreme, to a relative 1e-12; so do rearrangements that leave the
 * statistic undefined.
 */
public final class PermutationTest {

    private PermutationTest() {}

    /**
     * What a permutation test found; NaN p-values where the observed statistic is NaN.
     *
     * @param observed the statistic of the data as they are
     * @param greater p-value against rearrangements at least as large
     * @param less p-value against rearrangements at most as large
     * @param twoSided twice the smaller of the two, at most 1
     */
    public record Result(double observed, double greater, double less, double twoSided) {}

    /**
     * A test of any statistic.
     *
     * @param observed the statistic of the data as they are
     * @param rounds number of rearrangements, at least 1
     * @param rearranged the statistic of the data rearranged at random with the generator it is given; called from several threads
     */
    public static Result run(
            double observed, int rounds, long seed, ToDoubleFunction<UniformRandomProvider> rearranged) {
        Require.atLeast("rounds", rounds, 1);
        if (Double.isNaN(observed)) {
            return new Result(observed, Double.NaN, Double.NaN, Double.NaN);
        }
        Seeds seeds = new Seeds(seed);
        double[] values = IntStream.range(0, rounds)
                .parallel()
                .mapToDouble(round -> rearranged.applyAsDouble(seeds.stream(round)))
                .toArray();
        double slack = 1e-12 * Math.abs(observed);
        int above = 0;
        int below = 0;
        for (double value : values) {
            above += value < observed - slack ? 0 : 1; // NaN counts
            below += value > observed + slack ? 0 : 1;
        }
        double greater = (1.0 + above) / (1.0 + rounds);
        double less = (1.0 + below) / (1.0 + rounds);
        return new Result(observed, greater, less, Math.min(1, 2 * Math.min(greater, less)));
    }

    /**
     * Whether two independent samples come from one distribution: mean of {@code x} less mean of {@code y}, under random division of all
     * values.
     *
     * @throws IllegalArgumentException if a value is not finite
     */
    public static Result twoSamples(double[] x, double[] y, int rounds, long seed) {
        Require.finite("x", x);
        Require.finite("y", y);
        double[] all = new double[x.length + y.length];
        System.arraycopy(x, 0, all, 0, x.length);
        System.arraycopy(y, 0, all, x.length, y.length);
        return run(difference(all, x.length), rounds, seed, rng -> {
            double[] mixed = all.clone();
            ArraySampler.shuffle(rng, mixed);
            return difference(mixed, x.length);
        });
    }

    /**
     * Whether {@code x} and {@code y} are independent: Spearman's rho under random pairing.
     *
     * @throws IllegalArgumentException if lengths differ or a value is not finite
     */
    public static Result spearman(double[] x, double[] y, int rounds, long seed) {
        double observed = Correlation.spearman(x, y);
        double[] ranksX = Ranks.midRanks(x);
        double[] ranksY = Ranks.midRanks(y);
        return run(observed, rounds, seed, rng -> {
            double[] mixed = ranksY.clone();
            ArraySampler.shuffle(rng, mixed);
            return Correlation.pearson(ranksX, mixed);
        });
    }

    private static double difference(double[] all, int first) {
        double head = mean(all, first);
        double sum = 0;
        for (int i = first; i < all.length; i++) {
            sum += all[i];
        }
        return head - sum / (all.length - first);
    }

    private static double mean(double[] values, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return sum / count;
    }
}
