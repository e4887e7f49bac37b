package dev.cultivar.provider;

import org.apiguardian.api.API;

/**
 * Tokens as the endpoint counted them.
 *
 * <p>Sums stop at the largest {@code long} and never turn negative.
 *
 * @param input prompt tokens, at least 0
 * @param output response tokens, at least 0, thinking included
 * @param cached those of the prompt tokens that the endpoint had in its cache, at most {@code input}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Usage(long input, long output, long cached) {

    /** Nothing was counted. */
    public static final Usage NONE = new Usage(0, 0);

    /** More than any model reads or writes at once. */
    private static final long IMPLAUSIBLE = 100_000_000;

    /**
     * Tokens of which none was cached.
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

    /** {@return whether one call can have taken that many tokens} It cannot if a number is below 0 or above a hundred million. */
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
