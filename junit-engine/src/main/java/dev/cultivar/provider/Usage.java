package dev.cultivar.provider;

import org.apiguardian.api.API;

/**
 * Tokens as the endpoint counted them.
 *
 * @param input prompt tokens, at least 0
 * @param output response tokens, at least 0, thinking included
 * @param cached those of the prompt tokens that the endpoint had in its cache, at most {@code input}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Usage(long input, long output, long cached) {

    /** Nothing was counted. */
    public static final Usage NONE = new Usage(0, 0);

    /**
     * Of which none was cached.
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
        return new Usage(input + other.input, output + other.output, cached + other.cached);
    }

    /** {@return input and output together} */
    public long total() {
        return input + output;
    }
}
