package dev.cultivar.stats;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Divides the variance of observations into parts due to units, to the first of two factors (with its interaction with units), to the
 * second factor, and to the rest. Each observation is of one unit under one level of each factor. Immutable.
 *
 * <p>The expectation of half the squared difference of two observations is the sum of the components in which they differ. Each component
 * is the difference of two means over pairs (Koch 1968, Technometrics 10, 551-558), so any number of observations may be missing:
 *
 * <pre>
 * total  = mean over pairs that differ in unit, first and second
 * unit   = total - mean over pairs of one unit that differ in first and second
 * first  = that mean - mean over pairs of one unit and first that differ in second
 * second = total - mean over pairs of one second that differ in unit and first
 * rest   = total - unit - first - second
 * </pre>
 *
 * <p>The estimates are unbiased. If every combination is observed equally often, they equal those of the analysis of variance with three
 * crossed random factors. All but the total may be negative.
 */
public final class CrossedVariance {

    /** Below this, observations count as equal; a share of their variance would be a share of rounding errors. */
    private static final double NOTHING = 1e-12;

    private final int[] unit;
    private final int[] first;
    private final int[] second;
    private final double[] values;
    private final int[] times;
    private final int units;
    private final int firsts;
    private final int seconds;

    /**
     * Takes one entry for each set of equal observations.
     *
     * @param unit from 0
     * @param first level of the first factor, from 0
     * @param second level of the second factor, from 0
     * @param times how many equal observations the entry stands for, at least 1
     * @throws IllegalArgumentException where the lengths differ or a value is not finite
     */
    public CrossedVariance(int[] unit, int[] first, int[] second, double[] values, int[] times) {
        if (unit.length != values.length
                || first.length != values.length
                || second.length != values.length
                || times.length != values.length) {
            throw new IllegalArgumentException(
                    "every observation needs a unit, a level of each factor, a value and a number");
        }
        Require.finite("values", values);
        this.unit = unit.clone();
        this.first = first.clone();
        this.second = second.clone();
        this.values = values.clone();
        this.times = times.clone();
        units = levels(unit);
        firsts = levels(first);
        seconds = levels(second);
    }

    private static int levels(int[] factor) {
        return Arrays.stream(factor).max().orElse(-1) + 1;
    }

    /**
     * Components of variance, in squared units of the observations; NaN where no pair provides information on them.
     *
     * @param total at least 0; the sum of the others where all of them are known
     * @param first with its interaction with units
     * @param rest with all other interactions
     */
    public record Components(double total, double unit, double first, double second, double rest) {

        /** The units' share of the total, at most 1; NaN where the observations do not vary. */
        public double unitShare() {
            return share(unit);
        }

        public double firstShare() {
            return share(first);
        }

        public double secondShare() {
            return share(second);
        }

        public double restShare() {
            return share(rest);
        }

        private double share(double part) {
            return total > NOTHING ? part / total : Double.NaN;
        }
    }

    /** Components from all observations. */
    public Components components() {
        return of(u -> true);
    }

    /** Components without one unit, for each unit. */
    public Components[] withoutEach() {
        Components[] without = new Components[units];
        Arrays.setAll(without, left -> of(u -> u != left));
        return without;
    }

    private Components of(IntPredicate units) {
        Pairs all = pairs(units, EnumSet.noneOf(Factor.class));
        Pairs u = pairs(units, EnumSet.of(Factor.UNIT));
        Pairs f = pairs(units, EnumSet.of(Factor.FIRST));
        Pairs s = pairs(units, EnumSet.of(Factor.SECOND));
        Pairs uf = pairs(units, EnumSet.of(Factor.UNIT, Factor.FIRST));
        Pairs us = pairs(units, EnumSet.of(Factor.UNIT, Factor.SECOND));
        Pairs fs = pairs(units, EnumSet.of(Factor.FIRST, Factor.SECOND));
        Pairs same = pairs(units, EnumSet.allOf(Factor.class));
        double total = all.minus(u)
                .minus(f)
                .minus(s)
                .plus(uf)
                .plus(us)
                .plus(fs)
                .minus(same)
                .mean();
        double ofUnit = u.minus(uf).minus(us).plus(same).mean();
        double ofUnitAndFirst = uf.minus(same).mean();
        double ofSecond = s.minus(us).minus(fs).plus(same).mean();
        double second = total - ofSecond;
        return new Components(total, total - ofUnit, ofUnit - ofUnitAndFirst, second, ofUnitAndFirst - second);
    }

    /** Number of pairs of observations, each in both orders, and the sum of their half squared differences. */
    private record Pairs(double number, double halfSquares) {

        Pairs plus(Pairs other) {
            return new Pairs(number + other.number, halfSquares + other.halfSquares);
        }

        Pairs minus(Pairs other) {
            return new Pairs(number - other.number, halfSquares - other.halfSquares);
        }

        double mean() {
            return number > 0 ? halfSquares / number : Double.NaN;
        }
    }

    /** What two observations may agree in. */
    private enum Factor {
        UNIT,
        FIRST,
        SECOND
    }

    /** Pairs that agree in these factors; they may or may not agree in the others. */
    private Pairs pairs(IntPredicate kept, Set<Factor> same) {
        boolean sameUnit = same.contains(Factor.UNIT);
        boolean sameFirst = same.contains(Factor.FIRST);
        boolean sameSecond = same.contains(Factor.SECOND);
        int groups = (sameUnit ? units : 1) * (sameFirst ? firsts : 1) * (sameSecond ? seconds : 1);
        double[] n = new double[groups];
        double[] sum = new double[groups];
        double[] squares = new double[groups];
        for (int i = 0; i < values.length; i++) {
            if (kept.test(unit[i])) {
                int group = sameUnit ? unit[i] : 0;
                group = sameFirst ? group * firsts + first[i] : group;
                group = sameSecond ? group * seconds + second[i] : group;
                double value = values[i] - values[0]; // equal values have differences of exactly 0
                n[group] += times[i];
                sum[group] += times[i] * value;
                squares[group] += times[i] * value * value;
            }
        }
        Pairs pairs = new Pairs(0, 0);
        for (int g = 0; g < groups; g++) {
            pairs = pairs.plus(new Pairs(n[g] * (n[g] - 1), n[g] * squares[g] - sum[g] * sum[g]));
        }
        return pairs;
    }
}
