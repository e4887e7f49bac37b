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
import dev.cultivar.provider.WireRequest;
import dev.cultivar.provider.WireResponse;
import dev.cultivar.text.Thoughts;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The Messages protocol. It has no seed. */
final class AnthropicProtocol implements Protocol {

    /** The protocol requires a limit. Ten statements of two sentences, with thinking before them, stay well below it in any script. */
    private static final int MAX_TOKENS = 8192;

    private final String url;
    private final Map<String, String> headers;
    private final boolean responseFormat;
    private final boolean tools;

    AnthropicProtocol(String url, Map<String, String> headers, boolean responseFormat, boolean tools) {
        this.url = url;
        this.headers = headers;
        this.responseFormat = responseFormat;
        this.tools = tools;
    }

    @Override
    public WireRequest write(String wireName, ChatRequest request) {
        ObjectNode body = WireJson.object();
        Sampling sampling = request.sampling();
        body.put("model", wireName).put("max_tokens", sampling.maxTokens().orElse(MAX_TOKENS));
        String system = request.messages().stream()
                .filter(message -> message.role() == ChatMessage.Role.SYSTEM)
                .map(ChatMessage::content)
                .collect(Collectors.joining("\n\n"));
        if (!system.isEmpty()) {
            body.put("system", system);
        }
        ArrayNode messages = body.putArray("messages");
        request.messages().stream()
                .filter(message -> message.role() != ChatMessage.Role.SYSTEM)
                .forEach(message -> messages.addObject()
                        .put("role", message.role().name().toLowerCase(Locale.ROOT))
                        .put("content", message.content()));
        sampling.temperature().ifPresent(value -> body.put("temperature", value));
        sampling.topP().ifPresent(value -> body.put("top_p", value));
        sampling.reasoning()
                .ifPresent(value -> body.withObjectProperty("output_config").put("effort", value));
        request.structure().ifPresent(structure -> demand(body, structure));
        WireJson.merge(body, sampling.extraBody());
        return new WireRequest(url, headers, WireJson.write(body));
    }

    private void demand(ObjectNode body, ChatRequest.Structure structure) {
        switch (structure.means()) {
            case RESPONSE_FORMAT -> {
                Protocol.require(responseFormat, "response-format");
                body.withObjectProperty("output_config")
                        .putObject("format")
                        .put("type", "json_schema")
                        .set("schema", WireJson.schema(structure.schema()));
            }
            case TOOL_CALL -> {
                Protocol.require(tools, "tools");
                body.putArray("tools")
                        .addObject()
                        .put("name", structure.name())
                        .set("input_schema", WireJson.schema(structure.schema()));
                body.putObject("tool_choice").put("type", "tool").put("name", structure.name());
            }
        }
    }

    @Override
    public ParsedResponse read(WireResponse response) {
        JsonNode body = JsonBody.read(response);
        if (body.path("type").asText("").equals("error")) {
            Optional<ParsedResponse> stopped = ContentFilter.stopped(body);
            if (stopped.isPresent()) {
                return stopped.get();
            }
            throw new ProviderException(Kind.SERVER, "answers 200 with an error: " + HttpErrors.words(body));
        }
        JsonNode content = body.path("content");
        if (!content.isArray()) {
            throw new ProviderException(Kind.PROTOCOL, "the answer has no content");
        }
        StringBuilder text = new StringBuilder();
        Optional<String> arguments = Optional.empty();
        for (JsonNode block : content) {
            // Blocks of other types, such as thinking, are not the answer.
            switch (block.path("type").asText("")) {
                case "text" -> text.append(block.path("text").asText(""));
                case "tool_use" -> arguments = Optional.of(block.path("input").toString());
                default -> {}
            }
        }
        JsonNode usage = body.path("usage");
        long cached = WireJson.count(usage.path("cache_read_input_tokens"));
        return new ParsedResponse(
                Thoughts.strip(text.toString()),
                arguments,
                finish(body.path("stop_reason").asText("")),
                WireJson.usage(
                        WireJson.sum(
                                WireJson.count(usage.path("input_tokens")),
                                WireJson.count(usage.path("cache_creation_input_tokens")),
                                cached),
                        WireJson.count(usage.path("output_tokens")),
                        cached),
                WireJson.text(body.path("model")),
                Optional.empty());
    }

    @Override
    public Optional<ParsedResponse> filtered(WireResponse response) {
        return ContentFilter.stopped(response);
    }

    private static FinishReason finish(String reason) {
        return switch (reason) {
            case "end_turn", "stop_sequence" -> FinishReason.STOP;
            case "max_tokens", "model_context_window_exceeded" -> FinishReason.LENGTH;
            case "refusal" -> FinishReason.CONTENT_FILTER;
            case "tool_use" -> FinishReason.TOOL_CALL;
            default -> FinishReason.OTHER;
        };
    }
}
