package dev.cultivar.provider;

import org.apiguardian.api.API;

/**
 * Tokens as the endpoint counted them.
 *
 * <p>Sums stop at the largest {@code long} and never turn negative.
 *
 * @param input prompt tokens, at least 0
 * @param output response tokens, at least 0, thinking included
 * @param cached prompt tokens that were in the endpoint's cache, at most {@code input}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Usage(long input, long output, long cached) {

    /** Nothing was counted. */
    public static final Usage NONE = new Usage(0, 0);

    /** More tokens than any model reads or writes in one call. */
    private static final long IMPLAUSIBLE = 100_000_000;

    /**
     * Counts tokens of which none were cached.
     *
     * @param input prompt tokens, at least 0
     * @param output response tokens, at least 0, thinking included
     */
    public Usage(long input, long output) {
        this(input, output, 0);
    }

    /**
     * {@return the sum}
     *
     * @param other what to add
     */
    public Usage plus(Usage other) {
        return new Usage(sum(input, other.input), sum(output, other.output), sum(cached, other.cached));
    }

    /** {@return input and output together} */
    public long total() {
        return sum(input, output);
    }

    /** {@return whether these counts are plausible for one call} They are not if a number is below 0 or above a hundred million. */
    public boolean canBeTrue() {
        return input >= 0
                && input <= IMPLAUSIBLE
                && output >= 0
                && output <= IMPLAUSIBLE
                && cached >= 0
                && cached <= input;
    }

    private static long sum(long one, long other) {
        long sum = one + other;
        boolean overflown = ((one ^ sum) & (other ^ sum)) < 0;
        if (overflown) {
            return one < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return sum;
    }
}
