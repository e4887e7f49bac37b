package dev.cultivar.provider;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apiguardian.api.API;

/**
 * How a model samples; empty values are left to the endpoint.
 *
 * @param temperature at least 0
 * @param topP in (0,1]
 * @param maxTokens most tokens of the response, at least 1
 * @param seed sent where the endpoint takes one
 * @param reasoning how much the model should think, in the endpoint's words, for example {@code low}
 * @param extraBody additional fields of the request body, sent unchanged
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Sampling(
        OptionalDouble temperature,
        OptionalDouble topP,
        OptionalInt maxTokens,
        OptionalLong seed,
        Optional<String> reasoning,
        Map<String, Object> extraBody) {

    /** Leaves everything to the endpoint. */
    public static final Sampling DEFAULT = new Sampling(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalInt.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Map.of());

    /** Copies the fields. {@inheritDoc} */
    public Sampling {
        extraBody = Map.copyOf(extraBody);
    }

    /**
     * Creates a sampling that leaves the amount of thinking to the endpoint.
     *
     * @param temperature at least 0
     * @param topP in (0,1]
     * @param maxTokens most tokens of the response, at least 1
     * @param seed sent where the endpoint takes one
     * @param extraBody additional fields of the request body, sent unchanged
     */
    public Sampling(
            OptionalDouble temperature,
            OptionalDouble topP,
            OptionalInt maxTokens,
            OptionalLong seed,
            Map<String, Object> extraBody) {
        this(temperature, topP, maxTokens, seed, Optional.empty(), extraBody);
    }

    /**
     * {@return the same sampling with another seed}
     *
     * @param newSeed any
     */
    public Sampling withSeed(long newSeed) {
        return new Sampling(temperature, topP, maxTokens, OptionalLong.of(newSeed), reasoning, extraBody);
    }
}
