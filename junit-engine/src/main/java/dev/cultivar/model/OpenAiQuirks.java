package dev.cultivar.model;

import dev.cultivar.settings.EndpointSettings;

/**
 * How an endpoint differs from OpenAI's.
 *
 * @param maxCompletionTokens the limit is called {@code max_completion_tokens}
 * @param seed takes {@code seed}
 * @param responseFormat takes {@code response_format} with a JSON schema
 * @param tools takes {@code tools}
 */
record OpenAiQuirks(boolean maxCompletionTokens, boolean seed, boolean responseFormat, boolean tools) {

    static final String[] NAMES = {"max-completion-tokens", "seed", "response-format", "tools"};

    static OpenAiQuirks of(EndpointSettings settings) {
        return new OpenAiQuirks(
                LinkOptions.flag(settings, "max-completion-tokens", false),
                LinkOptions.flag(settings, "seed", true),
                LinkOptions.flag(settings, "response-format", true),
                LinkOptions.flag(settings, "tools", true));
    }
}
