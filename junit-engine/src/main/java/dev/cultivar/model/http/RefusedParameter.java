package dev.cultivar.model.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.provider.WireResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says which line of {@code cultivar.yaml} fixes a request when an endpoint refuses one of its parameters. */
final class RefusedParameter {

    private static final Pattern REFUSES = Pattern.compile(
            "(?i)unsupported|not support|unknown|unrecogni[sz]ed|unexpected|extra inputs|extra fields|deprecated|not"
                    + " permitted|not allowed|invalid|only the default|cannot|must be|no longer");

    private static final Pattern TOO_LARGE =
            Pattern.compile("(?i)too large|maximum allowed|exceeds?\\b|at most|less than or equal");

    private static final Pattern LIMIT = Pattern.compile("(?i)max_?(?:completion_|output_?)?tokens");

    /** The names that the protocols use. */
    private static final Pattern NAMES =
            Pattern.compile("\\b(max_completion_tokens|max_output_tokens|maxOutputTokens|max_tokens|temperature"
                    + "|top_?[pP]|random_seed|seed|reasoning_effort|reasoning|thinkingConfig|thinking_config"
                    + "|[tT]hinking[_ ]?[lL]evel|thinking|output_config|effort|response_format"
                    + "|responseJsonSchema|responseMimeType|tool_choice|tools|instructions|system)\\b");

    private RefusedParameter() {}

    /**
     * What to write, or to delete, after "in cultivar.yaml, "; empty where no parameter is named.
     *
     * @param endpoint name of the entry under {@code endpoints}
     * @param model name of the entry under {@code models}
     */
    static Optional<String> mend(WireResponse response, String endpoint, String model) {
        String words = HttpErrors.words(response);
        String param = param(response);
        Matcher named = NAMES.matcher(param.isEmpty() ? words : param);
        boolean found = named.find();
        if (LIMIT.matcher(param.isEmpty() ? words : param).find()
                && TOO_LARGE.matcher(words).find()) {
            return Optional.of("lower 'max-tokens' in the entry of " + model);
        }
        if (!REFUSES.matcher(words).find() || (!found && param.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(
                found
                        ? mend(named.group(1), words, endpoint, model)
                        : delete("extra-body." + HttpErrors.oneLine(param), model));
    }

    private static String param(WireResponse response) {
        return HttpErrors.tree(response)
                .map(body -> body.path("error").path("param"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .orElse("");
    }

    /** The refused model setting, if the request can do without it. */
    static Optional<String> setting(WireResponse response) {
        String words = HttpErrors.words(response);
        String param = param(response);
        Matcher named = NAMES.matcher(param.isEmpty() ? words : param);
        if (!REFUSES.matcher(words).find() || !named.find()) {
            return Optional.empty();
        }
        return switch (named.group(1).toLowerCase(Locale.ROOT)) {
            case "temperature" -> Optional.of("temperature");
            case "top_p", "topp" -> Optional.of("top-p");
            case "seed", "random_seed" -> Optional.of("seed");
            case "reasoning_effort",
                    "reasoning",
                    "thinkingconfig",
                    "thinking_config",
                    "thinkinglevel",
                    "thinking_level",
                    "thinking level",
                    "effort" -> Optional.of("reasoning");
            default -> Optional.empty();
        };
    }

    private static String mend(String parameter, String words, String endpoint, String model) {
        return switch (parameter.toLowerCase(Locale.ROOT)) {
            case "temperature" -> delete("temperature", model);
            case "top_p", "topp" -> delete("top-p", model);
            case "max_tokens" ->
                words.contains("max_completion_tokens")
                        ? "write 'options: {max-completion-tokens: true}' under endpoints." + endpoint
                        : delete("max-tokens", model) + ", or lower it";
            case "max_completion_tokens" ->
                "write 'options: {max-completion-tokens: false}' under endpoints." + endpoint;
            case "max_output_tokens", "maxoutputtokens" -> delete("max-tokens", model) + ", or lower it";
            case "seed", "random_seed" -> "write 'seed: false' in the entry of " + model;
            case "response_format", "responsejsonschema", "responsemimetype" ->
                "write 'options: {response-format: false}' under endpoints." + endpoint;
            case "tools", "tool_choice" -> "write 'options: {tools: false}' under endpoints." + endpoint;
            case "instructions", "system" -> delete("system", model);
            default -> delete("reasoning", model) + ", or give it another word";
        };
    }

    private static String delete(String key, String model) {
        return "delete '" + key + "' from the entry of " + model;
    }
}
