package dev.cultivar.model.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.cultivar.model.http.ContentFilter;
import dev.cultivar.model.http.HttpErrors;
import dev.cultivar.model.http.JsonBody;
import dev.cultivar.model.http.WireJson;
import dev.cultivar.provider.ChatMessage;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.FinishReason;
import dev.cultivar.provider.ParsedResponse;
import dev.cultivar.provider.Protocol;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.ProviderException.Kind;
import dev.cultivar.provider.Sampling;
import dev.cultivar.provider.Usage;
import dev.cultivar.provider.WireRequest;
import dev.cultivar.provider.WireResponse;
import dev.cultivar.text.Thoughts;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The chat completions protocol. */
final class OpenAiProtocol implements Protocol {

    private static final Pattern LIMIT_REACHED =
            Pattern.compile("(?:max_(?:completion_)?tokens|output limit) was reached", Pattern.CASE_INSENSITIVE);

    private final String url;
    private final Map<String, String> headers;
    private final OpenAiQuirks quirks;

    OpenAiProtocol(String url, Map<String, String> headers, OpenAiQuirks quirks) {
        this.url = url;
        this.headers = headers;
        this.quirks = quirks;
    }

    static Map<String, String> bearer(Optional<String> key) {
        return key.map(value -> Map.of("Authorization", "Bearer " + value)).orElse(Map.of());
    }

    @Override
    public WireRequest write(String wireName, ChatRequest request) {
        ObjectNode body = WireJson.object();
        body.put("model", wireName);
        ArrayNode messages = body.putArray("messages");
        for (ChatMessage message : request.messages()) {
            messages.addObject()
                    .put("role", message.role().name().toLowerCase(Locale.ROOT))
                    .put("content", message.content());
        }
        Sampling sampling = request.sampling();
        sampling.temperature().ifPresent(value -> body.put("temperature", value));
        sampling.topP().ifPresent(value -> body.put("top_p", value));
        String limit = quirks.maxCompletionTokens() ? "max_completion_tokens" : "max_tokens";
        sampling.maxTokens().ifPresent(value -> body.put(limit, value));
        quirks.seed().ifPresent(field -> sampling.seed().ifPresent(value -> body.put(field, value)));
        sampling.reasoning().ifPresent(value -> body.put("reasoning_effort", value));
        request.structure().ifPresent(structure -> demand(body, structure));
        WireJson.merge(body, sampling.extraBody());
        return new WireRequest(url, headers, WireJson.write(body));
    }

    private void demand(ObjectNode body, ChatRequest.Structure structure) {
        switch (structure.means()) {
            case RESPONSE_FORMAT -> {
                Protocol.require(quirks.responseFormat(), "response-format");
                body.putObject("response_format")
                        .put("type", "json_schema")
                        .putObject("json_schema")
                        .put("name", structure.name())
                        .put("strict", true)
                        .putRawValue("schema", new RawValue(structure.schema()));
            }
            case TOOL_CALL -> {
                Protocol.require(quirks.tools(), "tools");
                body.putArray("tools")
                        .addObject()
                        .put("type", "function")
                        .putObject("function")
                        .put("name", structure.name())
                        .put("strict", true)
                        .putRawValue("parameters", new RawValue(structure.schema()));
                body.putObject("tool_choice")
                        .put("type", "function")
                        .putObject("function")
                        .put("name", structure.name());
            }
        }
    }

    @Override
    public ParsedResponse read(WireResponse response) {
        JsonNode body = JsonBody.read(response);
        JsonNode choice = body.path("choices").path(0);
        Optional<ParsedResponse> stopped = error(body).or(() -> error(choice)).flatMap(ContentFilter::stopped);
        if (stopped.isPresent()) {
            return stopped.get();
        }
        requireNoError(body);
        if (!choice.isObject()) {
            String words = HttpErrors.words(body);
            throw words.isEmpty()
                    ? new ProviderException(Kind.PROTOCOL, "the answer has no choices")
                    : new ProviderException(Kind.SERVER, "answers 200 with an error: " + HttpErrors.oneLine(words));
        }
        requireNoError(choice);
        JsonNode message = choice.path("message");
        FinishReason finish = finish(choice, message);
        if (!message.isObject() && finish != FinishReason.CONTENT_FILTER) {
            throw new ProviderException(Kind.PROTOCOL, "the answer's first choice has no message");
        }
        return new ParsedResponse(
                Thoughts.strip(text(message)),
                WireJson.text(
                        message.path("tool_calls").path(0).path("function").path("arguments")),
                finish,
                usage(body.path("usage")),
                WireJson.text(body.path("model")),
                WireJson.text(body.path("system_fingerprint")));
    }

    private static Optional<JsonNode> error(JsonNode node) {
        return node.path("error").isMissingNode() || node.path("error").isNull() ? Optional.empty() : Optional.of(node);
    }

    /** Some routers answer 200 and report the failure of the model behind them in the body. */
    private static void requireNoError(JsonNode node) {
        if (error(node).isEmpty()) {
            return;
        }
        int code = node.path("error").path("code").asInt(0);
        Kind kind = code >= 400 ? Kind.ofStatus(code) : Kind.SERVER;
        throw new ProviderException(kind, "answers 200 with an error: " + HttpErrors.oneLine(HttpErrors.words(node)));
    }

    /** What the model says or, where it says nothing, why it refuses. */
    private static String text(JsonNode message) {
        String content = content(message);
        return content.isBlank() ? message.path("refusal").asText("") : content;
    }

    private static String content(JsonNode message) {
        JsonNode content = message.path("content");
        if (content.isTextual()) {
            return content.asText();
        }
        if (content.isArray()) {
            StringBuilder parts = new StringBuilder();
            for (JsonNode part : content) {
                // Parts of other types, such as reasoning, are not the answer, even if they contain text.
                switch (part.path("type").asText("text")) {
                    case "text", "output_text" -> parts.append(part.path("text").asText(""));
                    default -> {}
                }
            }
            return parts.toString();
        }
        return "";
    }

    private static FinishReason finish(JsonNode choice, JsonNode message) {
        String reason = choice.path("finish_reason").asText("");
        boolean refuses = !message.path("refusal").asText("").isBlank()
                && content(message).isBlank();
        // Gateways say "stop" and put the provider's own reason beside it.
        boolean stopped = content(message).isBlank()
                && (ContentFilter.isReason(choice.path("native_finish_reason").asText(""))
                        || ContentFilter.isReason(choice.path("provider_specific_fields")
                                .path("native_finish_reason")
                                .asText("")));
        if (refuses || stopped || ContentFilter.isReason(reason)) {
            return FinishReason.CONTENT_FILTER;
        }
        return switch (reason.toLowerCase(Locale.ROOT)) {
            case "stop", "eos", "eos_token", "end_turn", "stop_sequence" -> FinishReason.STOP;
            case "length", "max_tokens", "max_length", "model_length" -> FinishReason.LENGTH;
            case "tool_calls", "function_call" -> FinishReason.TOOL_CALL;
            default -> FinishReason.OTHER;
        };
    }

    /** Some providers count reasoning tokens only in the total. */
    private static Usage usage(JsonNode usage) {
        long input = WireJson.count(usage.path("prompt_tokens"));
        return WireJson.usage(
                input,
                Math.max(
                        WireJson.count(usage.path("completion_tokens")),
                        WireJson.count(usage.path("total_tokens")) - input),
                WireJson.count(cached(usage)));
    }

    /** The field that OpenAI and most others use, DeepSeek's, or Mistral's. */
    private static JsonNode cached(JsonNode usage) {
        JsonNode usual = usage.path("prompt_tokens_details").path("cached_tokens");
        JsonNode other = usage.path("prompt_cache_hit_tokens");
        return !usual.isMissingNode() ? usual : !other.isMissingNode() ? other : usage.path("num_cached_tokens");
    }

    @Override
    public Kind kind(WireResponse response) {
        return kindOf(response);
    }

    static Kind kindOf(WireResponse response) {
        // Waiting does not restore credit.
        return HttpErrors.code(response).equals("insufficient_quota") ? Kind.KEY : Kind.ofStatus(response.status());
    }

    @Override
    public Optional<ParsedResponse> filtered(WireResponse response) {
        return ContentFilter.stopped(response).or(() -> silent(response));
    }

    /**
     * Here, a model that reasoned until it hit the limit counts as an error, although the request was made and paid for; elsewhere it is
     * an empty answer.
     */
    private static Optional<ParsedResponse> silent(WireResponse response) {
        return response.status() == 400
                        && LIMIT_REACHED.matcher(HttpErrors.words(response)).find()
                ? Optional.of(new ParsedResponse(
                        "", Optional.empty(), FinishReason.LENGTH, Usage.NONE, Optional.empty(), Optional.empty()))
                : Optional.empty();
    }
}
