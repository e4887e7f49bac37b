package dev.cultivar.model.wire;

import dev.cultivar.model.http.LinkOptions;
import dev.cultivar.settings.EndpointSettings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How an endpoint differs from OpenAI's.
 *
 * @param maxCompletionTokens the limit is called {@code max_completion_tokens}
 * @param seed name of the field that takes the seed; empty where there is none
 * @param responseFormat takes {@code response_format} with a JSON schema
 * @param tools takes {@code tools}
 */
record OpenAiQuirks(boolean maxCompletionTokens, Optional<String> seed, boolean responseFormat, boolean tools) {

    private static final List<String> NAMES = List.of("max-completion-tokens", "seed", "response-format", "tools");

    /** Names of the options, and further ones. */
    static String[] names(String... more) {
        return Stream.concat(NAMES.stream(), Stream.of(more)).toArray(String[]::new);
    }

    static OpenAiQuirks of(EndpointSettings settings) {
        return new OpenAiQuirks(
                LinkOptions.flag(settings, "max-completion-tokens", false),
                seed(settings),
                LinkOptions.flag(settings, "response-format", true),
                LinkOptions.flag(settings, "tools", true));
    }

    /** {@code true}, {@code false}, or the name of another field, as Mistral's {@code random_seed}. */
    private static Optional<String> seed(EndpointSettings settings) {
        String value = LinkOptions.text(settings, "seed").orElse("true");
        return switch (value) {
            case "true" -> Optional.of("seed");
            case "false" -> Optional.empty();
            default -> Optional.of(value);
        };
    }
}
