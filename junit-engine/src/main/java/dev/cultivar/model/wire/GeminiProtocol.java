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
import java.util.Map;
import java.util.Optional;

/** Gemini's {@code generateContent}. */
final class GeminiProtocol implements Protocol {

    private final String url;
    private final Map<String, String> headers;
    private final Quirks quirks;

    /**
     * @param seed whether it takes a seed
     * @param responseFormat whether it takes a response schema
     * @param tools whether it takes function declarations
     */
    record Quirks(boolean seed, boolean responseFormat, boolean tools) {}

    GeminiProtocol(String url, Map<String, String> headers, Quirks quirks) {
        this.url = url;
        this.headers = headers;
        this.quirks = quirks;
    }

    @Override
    public WireRequest write(String wireName, ChatRequest request) {
        ObjectNode body = WireJson.object();
        ArrayNode contents = body.putArray("contents");
        ArrayNode system = WireJson.object().putArray("parts");
        for (ChatMessage message : request.messages()) {
            if (message.role() == ChatMessage.Role.SYSTEM) {
                system.addObject().put("text", message.content());
            } else {
                contents.addObject()
                        .put("role", message.role() == ChatMessage.Role.USER ? "user" : "model")
                        .putArray("parts")
                        .addObject()
                        .put("text", message.content());
            }
        }
        if (!system.isEmpty()) {
            body.putObject("systemInstruction").set("parts", system);
        }
        ObjectNode generation = body.putObject("generationConfig");
        Sampling sampling = request.sampling();
        sampling.temperature().ifPresent(value -> generation.put("temperature", value));
        sampling.topP().ifPresent(value -> generation.put("topP", value));
        sampling.maxTokens().ifPresent(value -> generation.put("maxOutputTokens", value));
        sampling.reasoning()
                .ifPresent(value -> generation.putObject("thinkingConfig").put("thinkingLevel", value));
        if (quirks.seed()) {
            // The API's seed has 32 bits.
            sampling.seed().ifPresent(value -> generation.put("seed", Long.hashCode(value) & Integer.MAX_VALUE));
        }
        request.structure().ifPresent(structure -> demand(body, generation, structure));
        WireJson.merge(body, sampling.extraBody());
        return new WireRequest(url, headers, WireJson.write(body));
    }

    private void demand(ObjectNode body, ObjectNode generation, ChatRequest.Structure structure) {
        JsonNode schema = WireJson.schema(structure.schema());
        switch (structure.means()) {
            case RESPONSE_FORMAT -> {
                Protocol.require(quirks.responseFormat(), "response-format");
                generation.put("responseMimeType", "application/json").set("responseJsonSchema", schema);
            }
            case TOOL_CALL -> {
                Protocol.require(quirks.tools(), "tools");
                body.putArray("tools")
                        .addObject()
                        .putArray("functionDeclarations")
                        .addObject()
                        .put("name", structure.name())
                        .put("description", "Gives the answer.")
                        .set("parametersJsonSchema", schema);
                body.putObject("toolConfig")
                        .putObject("functionCallingConfig")
                        .put("mode", "ANY")
                        .putArray("allowedFunctionNames")
                        .add(structure.name());
            }
        }
    }

    @Override
    public ParsedResponse read(WireResponse response) {
        JsonNode body = JsonBody.read(response);
        if (body.path("error").isObject()) {
            Optional<ParsedResponse> stopped = ContentFilter.stopped(body);
            if (stopped.isPresent()) {
                return stopped.get();
            }
            throw new ProviderException(
                    Kind.ofStatus(body.path("error").path("code").asInt(500)),
                    "answers 200 with an error: " + HttpErrors.words(body));
        }
        JsonNode candidate = body.path("candidates").path(0);
        boolean blocked = body.path("promptFeedback").has("blockReason");
        if (!candidate.isObject() && !blocked) {
            throw new ProviderException(Kind.PROTOCOL, "the answer has no candidates");
        }
        StringBuilder text = new StringBuilder();
        Optional<String> arguments = Optional.empty();
        for (JsonNode part : candidate.path("content").path("parts")) {
            if (part.path("functionCall").isObject()) {
                arguments = Optional.of(part.path("functionCall").path("args").toString());
            } else if (!part.path("thought").asBoolean(false)) {
                text.append(part.path("text").asText(""));
            }
        }
        FinishReason finish = blocked
                ? FinishReason.CONTENT_FILTER
                : finish(candidate.path("finishReason").asText(""), arguments.isPresent());
        return new ParsedResponse(
                Thoughts.strip(text.toString()),
                arguments,
                finish,
                usage(body.path("usageMetadata")),
                WireJson.text(body.path("modelVersion")),
                Optional.empty());
    }

    private static Usage usage(JsonNode usage) {
        return WireJson.usage(
                WireJson.count(usage.path("promptTokenCount")),
                WireJson.sum(
                        WireJson.count(usage.path("candidatesTokenCount")),
                        WireJson.count(usage.path("thoughtsTokenCount"))),
                WireJson.count(usage.path("cachedContentTokenCount")));
    }

    private static FinishReason finish(String reason, boolean toolCall) {
        if (reason.equals("LANGUAGE") || ContentFilter.isReason(reason)) {
            return FinishReason.CONTENT_FILTER;
        }
        return switch (reason) {
            case "STOP" -> toolCall ? FinishReason.TOOL_CALL : FinishReason.STOP;
            case "MAX_TOKENS" -> FinishReason.LENGTH;
            default -> FinishReason.OTHER;
        };
    }

    @Override
    public Optional<ParsedResponse> filtered(WireResponse response) {
        return ContentFilter.stopped(response);
    }

    @Override
    public Kind kind(WireResponse response) {
        // Gemini answers 400 to a bad key.
        boolean badKey = response.status() == 400 && HttpErrors.mentions(response, "API_KEY_INVALID");
        return badKey ? Kind.KEY : Kind.ofStatus(response.status());
    }
}
