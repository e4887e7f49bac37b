package dev.cultivar.stats;

/**
 * A two-sided interval. Bounds are NaN where the interval is not defined.
 *
 * @param lower lower bound
 * @param upper upper bound
 * @param confidence nominal coverage, strictly between 0 and 1
 */
public record Interval(double lower, double upper, double confidence) {

    public Interval {
        Require.openUnit("confidence", confidence);
        if (lower > upper) {
            throw new IllegalArgumentException("lower bound " + lower + " is above upper bound " + upper);
        }
    }

    public static Interval undefined(double confidence) {
        return new Interval(Double.NaN, Double.NaN, confidence);
    }

    /** Whether both bounds are numbers. */
    public boolean defined() {
        return !Double.isNaN(lower) && !Double.isNaN(upper);
    }

    /** Whether the value lies in the closed interval; false where the interval is not defined. */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }
}
