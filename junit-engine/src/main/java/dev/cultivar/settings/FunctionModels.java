package dev.cultivar.settings;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Models that are methods of a suite, and how they are reached where {@code cultivar.yaml} does not say otherwise. */
final class FunctionModels {

    /** Name of their endpoint. */
    static final String ENDPOINT = "jvm";

    /** Provider of every endpoint whose models are methods. */
    private static final String PROVIDER = "function";

    private FunctionModels() {}

    static boolean areAt(EndpointSettings endpoint) {
        return endpoint.provider().equals(PROVIDER);
    }

    /** @param function class, method and version */
    static ModelSettings model(String name, String function) {
        return new ModelSettings(
                name,
                ENDPOINT,
                function,
                name,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                false,
                Map.of(),
                Map.of(),
                Optional.empty(),
                name);
    }

    static EndpointSettings endpoint() {
        return new EndpointSettings(
                ENDPOINT,
                PROVIDER,
                Optional.empty(),
                Optional.empty(),
                SettingsYaml.EndpointEntry.CONCURRENCY,
                SettingsYaml.EndpointEntry.TIMEOUT,
                SettingsYaml.EndpointEntry.RETRIES,
                OptionalInt.empty(),
                OptionalInt.empty(),
                Map.of(),
                Map.of());
    }
}
