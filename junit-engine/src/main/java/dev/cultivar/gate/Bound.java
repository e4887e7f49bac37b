package dev.cultivar.gate;

import dev.cultivar.api.Verdict;
import dev.cultivar.stats.Interval;

/**
 * The condition that a statistic must meet.
 *
 * @param side of the value on which it passes
 * @param value the threshold, which itself passes
 */
public record Bound(Side side, double value) {

    /** On which side of its value a bound holds. */
    public enum Side {
        AT_LEAST,
        AT_MOST
    }

    static Bound atLeast(double value) {
        return new Bound(Side.AT_LEAST, value);
    }

    static Bound atMost(double value) {
        return new Bound(Side.AT_MOST, value);
    }

    /** Whether an exact value passes; NaN does not. */
    public Verdict decide(double exact) {
        return (side == Side.AT_LEAST ? exact >= value : exact <= value) ? Verdict.PASS : Verdict.FAIL;
    }

    /** Passes if the whole interval is on the passing side, fails if it is wholly on the other side. */
    public Verdict decide(Interval interval) {
        if (!interval.defined() || Double.isNaN(value)) {
            return Verdict.FAIL;
        }
        if (side == Side.AT_LEAST) {
            return interval.lower() >= value
                    ? Verdict.PASS
                    : interval.upper() < value ? Verdict.FAIL : Verdict.INCONCLUSIVE;
        }
        return interval.upper() <= value
                ? Verdict.PASS
                : interval.lower() > value ? Verdict.FAIL : Verdict.INCONCLUSIVE;
    }

    /** The value {@code distance} beyond this one, on the passing side. */
    public double inside(double distance) {
        return side == Side.AT_LEAST ? value + distance : value - distance;
    }

    /** {@code >=} or {@code <=}. */
    public String sign() {
        return side == Side.AT_LEAST ? ">=" : "<=";
    }
}
