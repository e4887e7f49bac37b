package dev.cultivar.stats;

import java.util.Arrays;

/**
 * The exact paired permutation test: if nothing has changed, a difference within a pair is equally likely to have either sign (Fisher
 * 1935). All ways to flip signs are counted by convolution, so the cost is the number of pairs times the sum of the differences.
 */
public final class SignFlip {

    /** Room for sums, 8 bytes each: far more than the pairs of any run need. */
    private static final long LARGEST = 20_000_000;

    private SignFlip() {}

    /**
     * The share of all ways to flip signs that give a sum of the differences at least as large as the observed one.
     *
     * @param differences within pairs, in whole units; a difference of 0 has no influence
     * @return one-sided p, in (0, 1]: small where differences tend to be positive; 1 where all are 0
     */
    public static double p(long[] differences) {
        long[] sizes =
                Arrays.stream(differences).filter(d -> d != 0).map(Math::abs).toArray();
        long unit = Arrays.stream(sizes).reduce(0, SignFlip::divisor);
        if (unit == 0) {
            return 1;
        }
        long all = Arrays.stream(sizes).sum() / unit;
        if (all > LARGEST) {
            throw new IllegalArgumentException("differences sum to " + all + " units; at most " + LARGEST + " can be");
        }
        long observed = Arrays.stream(differences).sum() / unit;
        double[] positive = distribution(sizes, unit, (int) all);
        double p = 0;
        for (int sum = 0; sum <= all; sum++) {
            p += 2L * sum - all >= observed ? positive[sum] : 0;
        }
        return Math.min(1, p);
    }

    /** The two-sided p: twice the smaller of the two one-sided ones. */
    public static double twoSided(long[] differences) {
        return Math.min(
                1,
                2
                        * Math.min(
                                p(differences),
                                p(Arrays.stream(differences).map(d -> -d).toArray())));
    }

    /** Probability of each sum of the positive differences. */
    private static double[] distribution(long[] sizes, long unit, int all) {
        double[] probability = new double[all + 1];
        probability[0] = 1;
        int reached = 0;
        for (long each : sizes) {
            int size = (int) (each / unit);
            reached += size;
            for (int sum = reached; sum >= 0; sum--) {
                double without = sum <= reached - size ? probability[sum] : 0;
                double with = sum >= size ? probability[sum - size] : 0;
                probability[sum] = (without + with) / 2;
            }
        }
        return probability;
    }

    /** The smallest one-sided p possible with this many pairs: all of them differ, and all in one direction. */
    public static double least(int pairs) {
        return Math.scalb(1.0, -pairs);
    }

    private static long divisor(long a, long b) {
        return b == 0 ? a : divisor(b, a % b);
    }
}
