package dev.cultivar.stats;

import java.util.Arrays;

/** The interval between quantiles of bootstrap replicates. */
public final class PercentileInterval {

    private PercentileInterval() {}

    /**
     * Percentile interval: the {@code (1 - confidence) / 2} quantiles of the replicates at positions {@code p (B + 1)} (Davison and
     * Hinkley 1997; R's quantile type 6).
     *
     * <p>A replicate that is NaN could have been anything, so it counts as the lowest for the lower bound and as the highest for the
     * upper bound. If that leaves a bound open, the interval is NaN: when more than {@code (1 - confidence) / 2} of the replicates are
     * NaN, or when there are too few to reach that far into the tails.
     *
     * @throws IllegalArgumentException if confidence is not strictly between 0 and 1
     */
    public static Interval of(double[] replicates, double confidence) {
        Require.openUnit("confidence", confidence);
        double tail = (1 - confidence) / 2;
        double[] sorted = replicates.clone();
        Arrays.sort(sorted); // NaN last
        int unknown = 0;
        while (unknown < sorted.length && Double.isNaN(sorted[sorted.length - 1 - unknown])) {
            unknown++;
        }
        double low = quantile(sorted, tail, unknown);
        double high = quantile(sorted, 1 - tail, 0);
        return Double.isNaN(low) || Double.isNaN(high)
                ? Interval.undefined(confidence)
                : new Interval(low, Math.max(low, high), confidence);
    }

    /** The quantile if the NaN at the end are moved to the front ({@code inFront} of them) or left where they are (0). */
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
