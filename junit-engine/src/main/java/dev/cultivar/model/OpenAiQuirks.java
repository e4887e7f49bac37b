package dev.cultivar.model;

import dev.cultivar.settings.EndpointSettings;
import dev.cultivar.settings.SettingsException;

/**
 * How an endpoint differs from OpenAI's.
 *
 * @param maxCompletionTokens the limit is called {@code max_completion_tokens}
 * @param seed takes {@code seed}
 * @param responseFormat takes {@code response_format} with a JSON schema
 * @param tools takes {@code tools}
 */
record OpenAiQuirks(boolean maxCompletionTokens, boolean seed, boolean responseFormat, boolean tools) {

    static OpenAiQuirks of(EndpointSettings settings) {
        return new OpenAiQuirks(
                flag(settings, "max-completion-tokens", false),
                flag(settings, "seed", true),
                flag(settings, "response-format", true),
                flag(settings, "tools", true));
    }

    private static boolean flag(EndpointSettings settings, String option, boolean byDefault) {
        String value = settings.options().getOrDefault(option, String.valueOf(byDefault));
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new SettingsException("Endpoint " + settings.name() + ": option " + option + " is '" + value
                        + "'; it must be true or false.");
        };
    }
}
