package dev.cultivar.model;

import dev.cultivar.model.http.KeySource;
import dev.cultivar.model.limits.Backoff;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.Sampling;
import dev.cultivar.settings.EndpointSettings;
import dev.cultivar.settings.ModelSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockWebServer;

/** Settings for tests: an endpoint named {@code lab}, its model {@code m}, waits of a millisecond. */
public final class Endpoints {

    static final String KEY = "sk-test-0123456789abcdef";

    private Endpoints() {}

    public static EndpointSettings openAi(MockWebServer server) {
        return endpoint("openai", server.url("/v1").toString());
    }

    public static EndpointSettings endpoint(String provider, String baseUrl) {
        return new EndpointSettings(
                "lab",
                provider,
                Optional.of(baseUrl),
                Optional.of("LAB_KEY"),
                4,
                Duration.ofSeconds(20),
                2,
                OptionalInt.empty(),
                OptionalInt.empty(),
                Map.of(),
                Map.of());
    }

    public static EndpointSettings with(EndpointSettings base, Map<String, String> options) {
        return new EndpointSettings(
                base.name(),
                base.provider(),
                base.baseUrl(),
                base.keyEnv(),
                base.concurrency(),
                base.timeout(),
                base.retries(),
                base.requestsPerMinute(),
                base.tokensPerMinute(),
                base.headers(),
                options);
    }

    public static EndpointSettings with(EndpointSettings base, int concurrency, Duration timeout, int retries) {
        return new EndpointSettings(
                base.name(),
                base.provider(),
                base.baseUrl(),
                base.keyEnv(),
                concurrency,
                timeout,
                retries,
                base.requestsPerMinute(),
                base.tokensPerMinute(),
                base.headers(),
                base.options());
    }

    public static ModelSettings model(String name) {
        return model(name, "lab", name, Optional.empty());
    }

    public static ModelSettings model(String name, String endpoint, String wireName, Optional<String> system) {
        return new ModelSettings(
                name,
                endpoint,
                wireName,
                "family",
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                true,
                Map.of(),
                Map.of(),
                Optional.empty(),
                system,
                Optional.empty(),
                name);
    }

    static KeySource environment() {
        return name -> name.equals("LAB_KEY") ? KEY : null;
    }

    public static ModelConnections open(EndpointSettings endpoint) {
        return open(endpoint, environment());
    }

    static ModelConnections open(EndpointSettings endpoint, KeySource environment) {
        return ModelConnections.open(
                List.of(endpoint), environment, new Backoff(Duration.ofMillis(1), Duration.ofMillis(5)));
    }

    static ModelResponse ask(ModelConnections connections) {
        return await(connections.model(model("m")).complete(ChatRequest.of("What?", Sampling.DEFAULT)));
    }

    /** The value, or the cause of the failure; a test that would hang fails instead. */
    public static <T> T await(java.util.concurrent.CompletableFuture<T> future) {
        try {
            return future.orTimeout(60, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
