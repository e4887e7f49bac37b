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
 * @param wireName name by which the endpoint knows it
 * @param family for regressions and tables; {@code planted} marks a reference level
 * @param temperature sent if given, at least 0
 * @param topP sent if given, in (0,1]
 * @param maxTokens sent if given, at least 1
 * @param sendSeed whether the endpoint takes a seed
 * @param extraBody further fields of the request body
 * @param capability mean benchmark score in [0,1] by language
 * @param price what it costs, where known
 * @param system system prompt, sent before every prompt
 * @param reasoning how much the model should think, in its provider's words; if empty, the model decides
 * @param baseline name of the baseline's model that it is compared with; its own name by default
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
        Optional<String> system,
        Optional<String> reasoning,
        String baseline) {
    public ModelSettings {
        extraBody = Map.copyOf(extraBody);
        capability = Map.copyOf(capability);
    }

    /** Without a system prompt; the endpoint decides how much the model thinks. */
    public ModelSettings(
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
        this(
                name,
                endpoint,
                wireName,
                family,
                temperature,
                topP,
                maxTokens,
                sendSeed,
                extraBody,
                capability,
                price,
                Optional.empty(),
                Optional.empty(),
                baseline);
    }

    /** Whether it is one of Cultivar's own, which cost nothing. */
    public boolean isBuiltIn() {
        return endpoint.equals(PlantedModels.ENDPOINT);
    }

    /** A method of a suite: class, method and version. */
    static ModelSettings ofMethod(String name, String method) {
        return new ModelSettings(
                name,
                EndpointSettings.JVM,
                method,
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

    /** The same model under another name at its endpoint. */
    ModelSettings withWireName(String other) {
        return with(other, capability);
    }

    ModelSettings withCapability(Map<String, Double> scores) {
        return with(wireName, scores);
    }

    private ModelSettings with(String otherName, Map<String, Double> scores) {
        return new ModelSettings(
                name,
                endpoint,
                otherName,
                family,
                temperature,
                topP,
                maxTokens,
                sendSeed,
                extraBody,
                scores,
                price,
                system,
                reasoning,
                baseline);
    }

    /**
     * Money for a million tokens, in the currency of the user's choice.
     *
     * @param input prompt tokens
     * @param output completion tokens, including those of thoughts
     * @param cached prompt tokens that the endpoint had in its cache; the price of other prompt tokens if unknown
     */
    public record Price(double input, double output, double cached) {}
}
