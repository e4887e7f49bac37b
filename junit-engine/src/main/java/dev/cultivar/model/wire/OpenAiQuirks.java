package dev.cultivar.model.wire;

import dev.cultivar.provider.EndpointConfig;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How an endpoint differs from OpenAI's.
 *
 * @param maxCompletionTokens whether the limit is called {@code max_completion_tokens}
 * @param seed name of the field that takes the seed; empty where there is none
 * @param responseFormat whether it takes {@code response_format} with a JSON schema
 * @param tools whether it takes {@code tools}
 */
record OpenAiQuirks(boolean maxCompletionTokens, Optional<String> seed, boolean responseFormat, boolean tools) {

    private static final List<String> NAMES = List.of("max-completion-tokens", "seed", "response-format", "tools");

    /** The names of the options, plus any further ones. */
    static List<String> names(String... more) {
        return Stream.concat(NAMES.stream(), Stream.of(more)).toList();
    }

    static OpenAiQuirks of(EndpointConfig config) {
        return new OpenAiQuirks(
                config.flag("max-completion-tokens", false),
                seed(config),
                config.flag("response-format", true),
                config.flag("tools", true));
    }

    /** {@code true}, {@code false}, or the name of another field, such as Mistral's {@code random_seed}. */
    private static Optional<String> seed(EndpointConfig config) {
        String value = config.option("seed").orElse("true");
        return switch (value) {
            case "true" -> Optional.of("seed");
            case "false" -> Optional.empty();
            default -> Optional.of(value);
        };
    }
}
