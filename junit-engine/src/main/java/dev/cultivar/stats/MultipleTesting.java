package dev.cultivar.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * p-values adjusted for the number of tests: rejecting where the adjusted value is at most alpha keeps the error level at alpha. A test
 * whose p-value is NaN stays NaN and still counts as a test, so that losing one never makes the others easier.
 *
 * <p>{@link Correction} rejects the same tests but answers another question: not the smallest alpha at which a test is rejected, but the
 * level of its interval at one alpha. Neither follows from the other.
 */
public final class MultipleTesting {

    private MultipleTesting() {}

    /**
     * Holm (1979): keeps the probability of any false rejection at alpha, whatever the dependence.
     *
     * @param p p-values in [0, 1], or NaN
     * @throws IllegalArgumentException if a value lies outside [0, 1]
     */
    public static double[] holm(double[] p) {
        int[] order = ascending(p);
        double[] adjusted = undefined(p.length);
        double floor = 0;
        for (int k = 0; k < order.length; k++) {
            floor = Math.max(floor, Math.min(1, (p.length - k) * p[order[k]]));
            adjusted[order[k]] = floor;
        }
        return adjusted;
    }

    private static double[] undefined(int n) {
        double[] values = new double[n];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /** Positions of the known p-values, smallest first. */
    private static int[] ascending(double[] p) {
        for (int i = 0; i < p.length; i++) {
            if (p[i] < 0 || p[i] > 1) {
                throw new IllegalArgumentException("p[" + i + "] is " + p[i] + "; a p-value lies between 0 and 1");
            }
        }
        return IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted((a, b) -> Double.compare(p[a], p[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
