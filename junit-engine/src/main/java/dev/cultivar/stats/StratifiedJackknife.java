package dev.cultivar.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Delete-one jackknife over units in fixed strata, on a table of counts: entry {@code e} of a stratum stands for {@code counts[e]} equal
 * units, so the cost depends on the size of the table only. Deterministic. Immutable; safe to share between threads.
 *
 * <p>With {@code n} units in stratum {@code s} and {@code t} the statistic without one of them, the stratum's part of the variance is
 * {@code V_s = (n - 1)/n sum (t - mean t)^2} (Jones 1974; Davison and Hinkley 1997, section 3.7.1). A stratum too small for a variance of
 * its own takes, per unit, the mean of {@code V_s / n} over the others, weighted by {@code n - 1}. Degrees of freedom are Satterthwaite's
 * (1946), {@code V^2 / sum V_s^2/(n - 1)}.
 */
public final class StratifiedJackknife {

    private final int[] start;
    private final int[] counts;
    private final int[] units;
    private final int least;

    private StratifiedJackknife(int[] start, int[] counts, int[] units, int least) {
        this.start = start;
        this.counts = counts;
        this.units = units;
        this.least = least;
    }

    /** Gives the statistics without one unit. */
    public interface Without {

        /**
         * One or more statistics without the unit.
         *
         * @param stratum of the unit
         * @param entry of the unit
         * @return the same number of statistics each time; NaN where one is undefined
         */
        double[] of(int stratum, int entry);
    }

    /**
     * A jackknife for statistics of units.
     *
     * @param start entries of stratum {@code s} are {@code start[s] .. start[s + 1] - 1}
     * @param counts units per entry, &gt;= 0
     * @throws IllegalArgumentException if a count is negative
     */
    public static StratifiedJackknife of(int[] start, int[] counts) {
        return of(start, counts, 2);
    }

    /**
     * A jackknife for statistics of pairs of different units of a stratum: two units make one pair, so without one of them there is none.
     */
    public static StratifiedJackknife ofPairs(int[] start, int[] counts) {
        return of(start, counts, 3);
    }

    private static StratifiedJackknife of(int[] start, int[] counts, int least) {
        int[] units = new int[start.length - 1];
        for (int s = 0; s < units.length; s++) {
            for (int e = start[s]; e < start[s + 1]; e++) {
                Require.atLeast("counts[" + e + "]", counts[e], 0);
                units[s] += counts[e];
            }
        }
        return new StratifiedJackknife(start.clone(), counts.clone(), units, least);
    }

    /**
     * A variance and its precision.
     *
     * @param variance at least 0; NaN where no stratum has a variance of its own, or where a statistic without a unit is undefined
     * @param df degrees of freedom, greater than 0; infinite where the variance is 0, NaN where it is NaN
     */
    public record Variance(double variance, double df) {

        /** The root of the variance. */
        public double standardError() {
            return Math.sqrt(variance);
        }
    }

    /**
     * The statistic without one unit, for each entry.
     *
     * @return NaN for entries without units, or in a stratum with only one unit
     */
    double[] each(ToDoubleFunction<double[]> statistic) {
        double[] each = new double[counts.length];
        for (int s = 0; s < units.length; s++) {
            for (int e = start[s]; e < start[s + 1]; e++) {
                each[e] = units[s] < 2 || counts[e] == 0 ? Double.NaN : statistic.applyAsDouble(without(s, e));
            }
        }
        return each;
    }

    int strata() {
        return units.length;
    }

    int units(int stratum) {
        return units[stratum];
    }

    int count(int entry) {
        return counts[entry];
    }

    int from(int stratum) {
        return start[stratum];
    }

    /** Weights of the entries without one unit. The others of its stratum share its weight, so the stratum weighs as before. */
    public double[] without(int stratum, int entry) {
        double[] weights = new double[counts.length];
        Arrays.setAll(weights, e -> counts[e]);
        double factor = units[stratum] / (units[stratum] - 1.0);
        for (int e = start[stratum]; e < start[stratum + 1]; e++) {
            weights[e] = (e == entry ? counts[e] - 1 : counts[e]) * factor;
        }
        return weights;
    }

    /**
     * Variances of statistics, in their order; empty where no stratum is large enough.
     *
     * @param without on a scale where each statistic is close enough to normal
     */
    public List<Variance> of(Without without) {
        List<Sums> sums = new ArrayList<>();
        int pooled = 0;
        for (int s = 0; s < units.length; s++) {
            if (units[s] >= least) {
                add(s, without, sums);
            } else if (units[s] == least - 1) {
                pooled += units[s];
            }
        }
        int alone = pooled;
        return sums.stream().map(sum -> sum.variance(alone)).toList();
    }

    private void add(int s, Without without, List<Sums> sums) {
        List<double[]> values = new ArrayList<>();
        List<Integer> times = new ArrayList<>();
        for (int e = start[s]; e < start[s + 1]; e++) {
            if (counts[e] > 0) {
                values.add(without.of(s, e));
                times.add(counts[e]);
            }
        }
        for (int j = 0; j < values.get(0).length; j++) {
            if (sums.size() == j) {
                sums.add(new Sums());
            }
            sums.get(j).add(units[s], own(j, values, times, units[s]));
        }
    }

    private static double own(int statistic, List<double[]> values, List<Integer> times, int n) {
        double first = values.get(0)[statistic]; // equal units have a variance of exactly 0
        double sum = 0;
        for (int i = 1; i < values.size(); i++) {
            sum += times.get(i) * (values.get(i)[statistic] - first);
        }
        double mean = sum / n;
        double squares = 0;
        for (int i = 0; i < values.size(); i++) {
            double d = values.get(i)[statistic] - first - mean;
            squares += times.get(i) * d * d;
        }
        return squares * (n - 1) / n;
    }

    private static final class Sums {
        private double variance;
        private double perUnit;
        private double freedom;
        private double squares;

        void add(int n, double own) {
            variance += own;
            perUnit += own / n * (n - 1);
            freedom += n - 1;
            squares += own * own / (n - 1);
        }

        Variance variance(int alone) {
            double total = variance + alone * perUnit / freedom;
            return new Variance(total, total == 0 ? Double.POSITIVE_INFINITY : total * total / squares);
        }
    }
}
