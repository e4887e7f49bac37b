package dev.cultivar.settings;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A model as suites name it: an entry of {@code models} in {@code cultivar.yaml}, or a planted one.
 *
 * @param name the entry's key, as suites give it
 * @param endpoint name of its endpoint
 * @param wireName name that the endpoint knows it by
 * @param family for regressions and tables; {@code planted} marks a reference level
 * @param temperature sent where given, at least 0
 * @param topP sent where given, in (0,1]
 * @param maxTokens sent where given, at least 1
 * @param sendSeed whether the endpoint takes a seed
 * @param extraBody further fields of the request body
 * @param capability mean benchmark score in [0,1] by language
 * @param price what it costs, where known
 * @param baseline name of the model in a baseline that it is compared with; its own by default
 */
public record ModelSettings(
        String name,
        String endpoint,
        String wireName,
        String family,
        OptionalDouble temperature,
        OptionalDouble topP,
        OptionalInt maxTokens,
        boolean sendSeed,
        Map<String, Object> extraBody,
        Map<String, Double> capability,
        Optional<Price> price,
        String baseline) {
    public ModelSettings {
        extraBody = Map.copyOf(extraBody);
        capability = Map.copyOf(capability);
    }

    /** The same under another name at its endpoint. */
    ModelSettings withWireName(String other) {
        return new ModelSettings(
                name,
                endpoint,
                other,
                family,
                temperature,
                topP,
                maxTokens,
                sendSeed,
                extraBody,
                capability,
                price,
                baseline);
    }

    /**
     * Money for a million tokens, in the currency of the user's choice.
     *
     * @param input prompt tokens
     * @param output completion tokens
     */
    public record Price(double input, double output) {}
}
