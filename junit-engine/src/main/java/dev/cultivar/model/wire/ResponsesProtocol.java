package dev.cultivar.model.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.stream.Collectors;

/** OpenAI's Responses API. It has no seed; requests ask the endpoint to store nothing. */
final class ResponsesProtocol implements Protocol {

    private final String url;
    private final Map<String, String> headers;
    private final OpenAiQuirks quirks;

    ResponsesProtocol(String url, Map<String, String> headers, OpenAiQuirks quirks) {
        this.url = url;
        this.headers = headers;
        this.quirks = quirks;
    }

    @Override
    public WireRequest write(String wireName, ChatRequest request) {
        ObjectNode body = WireJson.object();
        body.put("model", wireName).put("store", false);
        String system = request.messages().stream()
                .filter(message -> message.role() == ChatMessage.Role.SYSTEM)
                .map(ChatMessage::content)
                .collect(Collectors.joining("\n\n"));
        if (!system.isEmpty()) {
            body.put("instructions", system);
        }
        ArrayNode input = body.putArray("input");
        request.messages().stream()
                .filter(message -> message.role() != ChatMessage.Role.SYSTEM)
                .forEach(message -> input.addObject()
                        .put("role", message.role().name().toLowerCase(Locale.ROOT))
                        .put("content", message.content()));
        Sampling sampling = request.sampling();
        sampling.temperature().ifPresent(value -> body.put("temperature", value));
        sampling.topP().ifPresent(value -> body.put("top_p", value));
        sampling.maxTokens().ifPresent(value -> body.put("max_output_tokens", value));
        sampling.reasoning().ifPresent(value -> body.putObject("reasoning").put("effort", value));
        request.structure().ifPresent(structure -> demand(body, structure));
        WireJson.merge(body, sampling.extraBody());
        return new WireRequest(url, headers, WireJson.write(body));
    }

    private void demand(ObjectNode body, ChatRequest.Structure structure) {
        JsonNode schema = WireJson.schema(structure.schema());
        switch (structure.means()) {
            case RESPONSE_FORMAT -> {
                Protocol.require(quirks.responseFormat(), "response-format");
                body.putObject("text")
                        .putObject("format")
                        .put("type", "json_schema")
                        .put("name", structure.name())
                        .put("strict", true)
                        .set("schema", schema);
            }
            case TOOL_CALL -> {
                Protocol.require(quirks.tools(), "tools");
                body.putArray("tools")
                        .addObject()
                        .put("type", "function")
                        .put("name", structure.name())
                        .put("strict", true)
                        .set("parameters", schema);
                body.putObject("tool_choice").put("type", "function").put("name", structure.name());
            }
        }
    }

    @Override
    public ParsedResponse read(WireResponse response) {
        JsonNode body = JsonBody.read(response);
        String status = body.path("status").asText("");
        if (body.path("error").isObject() || status.equals("failed")) {
            return ContentFilter.stopped(body).orElseThrow(() -> failed(body.path("error")));
        }
        JsonNode output = body.path("output");
        if (!output.isArray()) {
            String words = HttpErrors.words(body);
            throw words.isEmpty()
                    ? new ProviderException(Kind.PROTOCOL, "the answer has no output")
                    : new ProviderException(Kind.SERVER, "answers 200 with an error: " + HttpErrors.oneLine(words));
        }
        StringBuilder text = new StringBuilder();
        StringBuilder refusal = new StringBuilder();
        Optional<String> arguments = Optional.empty();
        for (JsonNode item : output) {
            // Items of other types, such as reasoning, are not the answer; neither is what a model says on its way to
            // it.
            if (item.path("type").asText("").equals("function_call")) {
                arguments = WireJson.text(item.path("arguments"));
            } else if (item.path("type").asText("").equals("message")
                    && !item.path("phase").asText("").equals("commentary")) {
                for (JsonNode part : item.path("content")) {
                    switch (part.path("type").asText("")) {
                        case "output_text", "text" ->
                            text.append(part.path("text").asText(""));
                        case "refusal" -> refusal.append(part.path("refusal").asText(""));
                        default -> {}
                    }
                }
            }
        }
        boolean refused = text.toString().isBlank() && !refusal.isEmpty();
        JsonNode usage = body.path("usage");
        return new ParsedResponse(
                Thoughts.strip((refused ? refusal : text).toString()),
                arguments,
                refused ? FinishReason.CONTENT_FILTER : finish(body, status, arguments.isPresent()),
                usage(usage),
                WireJson.text(body.path("model")),
                Optional.empty());
    }

    private static Usage usage(JsonNode usage) {
        return WireJson.usage(
                WireJson.count(usage.path("input_tokens")),
                WireJson.count(usage.path("output_tokens")),
                WireJson.count(usage.path("input_tokens_details").path("cached_tokens")));
    }

    private static ProviderException failed(JsonNode error) {
        Kind kind =
                switch (error.path("code").asText("")) {
                    case "rate_limit_exceeded" -> Kind.RATE_LIMIT;
                    case "invalid_prompt" -> Kind.BAD_REQUEST;
                    default -> Kind.SERVER;
                };
        return new ProviderException(
                kind,
                "answers 200 with an error: "
                        + HttpErrors.oneLine(error.path("message").asText("")));
    }

    private static FinishReason finish(JsonNode body, String status, boolean toolCall) {
        String reason = body.path("incomplete_details").path("reason").asText("");
        if (ContentFilter.isReason(reason)) {
            return FinishReason.CONTENT_FILTER;
        }
        return switch (status) {
            case "completed" -> toolCall ? FinishReason.TOOL_CALL : FinishReason.STOP;
            case "incomplete" -> reason.equals("max_output_tokens") ? FinishReason.LENGTH : FinishReason.OTHER;
            default -> FinishReason.OTHER;
        };
    }

    @Override
    public Kind kind(WireResponse response) {
        return OpenAiProtocol.kindOf(response);
    }

    @Override
    public Optional<ParsedResponse> filtered(WireResponse response) {
        return ContentFilter.stopped(response);
    }
}
