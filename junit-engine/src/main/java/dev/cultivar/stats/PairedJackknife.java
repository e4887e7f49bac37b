package dev.cultivar.stats;

import dev.cultivar.stats.StratifiedJackknife.Variance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Variance of the difference between statistics of two samples in the same strata, where some units of the two form pairs: answers to one
 * prompt. Deterministic.
 *
 * <p>Without a pair, each sample lacks its own half of it, so the deviations of {@link StratifiedJackknife} are subtracted within the
 * pair before they are squared. If a stratum has {@code m} pairs and nothing else, {@code V_s = (m - 1)/m sum (t - mean t)^2}, where
 * {@code t} is the difference without a pair. A unit without a partner counts only in its own sample; without any pair the variance is
 * the sum of the two variances. Degrees of freedom are Satterthwaite's (1946) over strata, and over samples where a stratum has no pair.
 */
public final class PairedJackknife {

    /** Pairs whose differences are equal have a variance of exactly 0. */
    private static final double ROUNDING = 1e-12;

    private final StratifiedJackknife first;
    private final StratifiedJackknife second;
    private final int[] paired;
    private final List<List<Pairs>> pairs = new ArrayList<>();

    /**
     * Equal pairs.
     *
     * @param stratum of both units
     * @param first entry of one unit in the first sample's table
     * @param second entry of its partner in the second sample's table
     * @param count how many pairs, at least 1
     */
    public record Pairs(int stratum, int first, int second, int count) {}

    /**
     * Takes two samples and their pairs.
     *
     * @throws IllegalArgumentException where their strata differ, or an entry is in more pairs than it has units
     */
    public PairedJackknife(StratifiedJackknife first, StratifiedJackknife second, List<Pairs> pairs) {
        if (first.strata() != second.strata()) {
            throw new IllegalArgumentException("the samples have " + first.strata() + " and " + second.strata()
                    + " strata; they must have the same");
        }
        this.first = first;
        this.second = second;
        paired = new int[first.strata()];
        int[] left = new int[first.from(first.strata())];
        int[] right = new int[second.from(second.strata())];
        for (int s = 0; s < first.strata(); s++) {
            this.pairs.add(new ArrayList<>());
        }
        for (Pairs each : pairs) {
            Require.atLeast("pairs", each.count(), 1);
            this.pairs.get(each.stratum()).add(each);
            paired[each.stratum()] += each.count();
            left[each.first()] += each.count();
            right[each.second()] += each.count();
        }
        requireUnits(left, first);
        requireUnits(right, second);
    }

    private static void requireUnits(int[] paired, StratifiedJackknife sample) {
        for (int e = 0; e < paired.length; e++) {
            if (paired[e] > sample.count(e)) {
                throw new IllegalArgumentException(
                        "entry " + e + " is in " + paired[e] + " pairs and has " + sample.count(e) + " units");
            }
        }
    }

    /**
     * Variance of the statistic of the first sample minus that of the second.
     *
     * @param ofFirst maps weights of the first sample's entries to its statistic; must not keep the array
     * @param ofSecond the same for the second sample
     * @return NaN where no stratum of a sample has two units, or where the statistic without a unit is undefined
     */
    public Variance of(ToDoubleFunction<double[]> ofFirst, ToDoubleFunction<double[]> ofSecond) {
        Side one = new Side(first, first.each(ofFirst));
        Side other = new Side(second, second.each(ofSecond));
        double variance = 0;
        double squares = 0;
        for (int s = 0; s < paired.length; s++) {
            boolean pooled = first.units(s) == 1 || second.units(s) == 1;
            if (paired[s] == 0 || pooled) {
                variance += one.variance(s) + other.variance(s);
                squares += one.square(s) + other.square(s);
            } else {
                double together = together(s, one, other);
                variance += together;
                squares += together * together / (Math.min(first.units(s), second.units(s)) - 1.0);
            }
        }
        return new Variance(variance, variance == 0 ? Double.POSITIVE_INFINITY : variance * variance / squares);
    }

    private double together(int s, Side one, Side other) {
        double sum = one.squares(s) + other.squares(s);
        for (Pairs each : pairs.get(s)) {
            double a = one.deviation[each.first()];
            double b = other.deviation[each.second()];
            sum += each.count() * ((a - b) * (a - b) - a * a - b * b);
        }
        return sum > ROUNDING * (one.squares(s) + other.squares(s)) ? sum : 0;
    }

    /** One sample's deviations of the statistic without a unit from their mean in the stratum, times the root of (m - 1)/m. */
    private static final class Side {

        private final StratifiedJackknife sample;
        private final double[] deviation;
        private final double perUnit;

        Side(StratifiedJackknife sample, double[] without) {
            this.sample = sample;
            deviation = new double[without.length];
            double pooled = 0;
            double freedom = 0;
            for (int s = 0; s < sample.strata(); s++) {
                int m = sample.units(s);
                if (m >= 2) {
                    centre(s, without);
                    pooled += (m - 1) * squares(s) / m;
                    freedom += m - 1;
                }
            }
            perUnit = pooled / freedom; // NaN where no stratum has two units
        }

        private void centre(int s, double[] without) {
            int m = sample.units(s);
            double first = Double.NaN; // equal units have deviations of exactly 0
            double sum = 0;
            for (int e = sample.from(s); e < sample.from(s + 1); e++) {
                if (sample.count(e) > 0) {
                    first = Double.isNaN(first) ? without[e] : first;
                    sum += sample.count(e) * (without[e] - first);
                }
            }
            for (int e = sample.from(s); e < sample.from(s + 1); e++) {
                if (sample.count(e) > 0) {
                    deviation[e] = Math.sqrt((m - 1.0) / m) * (without[e] - first - sum / m);
                }
            }
        }

        double squares(int s) {
            double sum = 0;
            for (int e = sample.from(s); e < sample.from(s + 1); e++) {
                sum += sample.count(e) * deviation[e] * deviation[e];
            }
            return sum;
        }

        double variance(int s) {
            return sample.units(s) == 1 ? perUnit : squares(s);
        }

        /** What a stratum adds to the denominator of the degrees of freedom. */
        double square(int s) {
            double own = squares(s);
            return sample.units(s) < 2 ? 0 : own * own / (sample.units(s) - 1.0);
        }
    }
}
