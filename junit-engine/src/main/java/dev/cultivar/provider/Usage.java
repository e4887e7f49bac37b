package dev.cultivar.provider;

import org.apiguardian.api.API;

/**
 * Tokens as the endpoint counted them.
 *
 * @param input prompt tokens, at least 0
 * @param output response tokens, at least 0, thinking included
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Usage(long input, long output) {

    /** Nothing was counted. */
    public static final Usage NONE = new Usage(0, 0);

    /**
     * {@return the sum}
     *
     * @param other what to add
     */
    public Usage plus(Usage other) {
        return new Usage(input + other.input, output + other.output);
    }

    /** {@return input and output together} */
    public long total() {
        return input + output;
    }
}
