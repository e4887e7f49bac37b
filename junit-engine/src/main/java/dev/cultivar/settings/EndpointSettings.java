package dev.cultivar.settings;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where and how to reach models: an entry of {@code endpoints} in {@code cultivar.yaml}.
 *
 * @param name the entry's key
 * @param provider protocol, found by {@code ServiceLoader}: {@code openai}, {@code azure}, {@code anthropic}, {@code gemini} or one that a
 *     user adds
 * @param baseUrl start of every request's address, without a trailing slash; empty for the provider's own default
 * @param keyEnv name of the environment variable that contains the key; empty if none is needed
 * @param concurrency maximum number of requests in flight, at least 1
 * @param timeout deadline of one request, including the time to connect
 * @param retries maximum number of further attempts after a temporary failure, at least 0
 * @param requestsPerMinute optional limit
 * @param tokensPerMinute optional limit
 * @param headers sent with every request; a value may be {@code env:NAME} to come from the environment
 * @param options quirks of the endpoint that its provider understands, for example {@code max-completion-tokens: true}
 */
public record EndpointSettings(
        String name,
        String provider,
        Optional<String> baseUrl,
        Optional<String> keyEnv,
        int concurrency,
        Duration timeout,
        int retries,
        OptionalInt requestsPerMinute,
        OptionalInt tokensPerMinute,
        Map<String, String> headers,
        Map<String, String> options) {

    static final int CONCURRENCY = 8;
    static final Duration TIMEOUT = Duration.ofMinutes(2);
    static final int RETRIES = 5;

    /** Name of the endpoint of models that are methods of a suite, unless another one is named. */
    static final String JVM = "jvm";

    private static final String FUNCTION = "function";

    public EndpointSettings {
        headers = Map.copyOf(headers);
        options = Map.copyOf(options);
    }

    /** How a suite's methods are reached unless {@code cultivar.yaml} says otherwise. */
    static EndpointSettings jvm() {
        return new EndpointSettings(
                JVM,
                FUNCTION,
                Optional.empty(),
                Optional.empty(),
                CONCURRENCY,
                TIMEOUT,
                RETRIES,
                OptionalInt.empty(),
                OptionalInt.empty(),
                Map.of(),
                Map.of());
    }

    /** Whether its models are methods of a suite. */
    boolean isOfMethods() {
        return provider.equals(FUNCTION);
    }
}
