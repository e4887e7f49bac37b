package dev.cultivar.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cultivar.provider.FinishReason;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.Usage;
import dev.cultivar.text.JsonEscapes;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads and writes an answer as JSON. Any untrusted text survives: zero bytes and unpaired surrogates are escaped. */
final class ResponseCodec {

    private static final ObjectMapper JSON = new ObjectMapper(JsonEscapes.factory());

    private ResponseCodec() {}

    static String encode(ModelResponse response) {
        return write(toNode(response));
    }

    static ModelResponse decode(String json) {
        try {
            return fromNode(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new StoreException("a stored answer is not JSON; the store is damaged", e);
        }
    }

    /** The response as it would be after writing and reading, without doing either. */
    static ModelResponse asStored(ModelResponse response) {
        Usage told = response.usage();
        Usage usage = new Usage(told.input(), told.output(), Math.max(0, told.cached()));
        return new ModelResponse(
                response.text(),
                response.toolArguments(),
                response.finish(),
                usage.canBeTrue() ? usage : Usage.NONE,
                response.reportedModel(),
                response.fingerprint(),
                Duration.ofMillis(response.latency().toMillis()),
                Math.max(1, response.attempts()),
                response.leftOut());
    }

    static ObjectNode toNode(ModelResponse response) {
        ObjectNode node = JSON.createObjectNode();
        node.put("text", response.text());
        response.toolArguments().ifPresent(a -> node.put("toolArguments", a));
        node.put("finish", response.finish().name());
        node.put("inputTokens", response.usage().input());
        node.put("outputTokens", response.usage().output());
        if (response.usage().cached() > 0) {
            node.put("cachedTokens", response.usage().cached());
        }
        response.reportedModel().ifPresent(m -> node.put("reportedModel", m));
        response.fingerprint().ifPresent(f -> node.put("fingerprint", f));
        node.put("latencyMillis", response.latency().toMillis());
        node.put("attempts", response.attempts());
        if (!response.leftOut().isEmpty()) {
            response.leftOut().forEach(node.withArrayProperty("leftOut")::add);
        }
        return node;
    }

    static ModelResponse fromNode(JsonNode node) {
        if (!node.path("text").isTextual() || !node.path("finish").isTextual()) {
            throw new StoreException("a stored answer lacks its text or its finish reason; the store is damaged");
        }
        return new ModelResponse(
                node.path("text").asText(),
                text(node, "toolArguments"),
                finish(node.path("finish").asText()),
                usage(node),
                text(node, "reportedModel"),
                text(node, "fingerprint"),
                Duration.ofMillis(node.path("latencyMillis").asLong()),
                Math.max(1, node.path("attempts").asInt(1)),
                leftOut(node.path("leftOut")));
    }

    /** Implausible counts become none: the answer was paid for long ago, and the counts only say what the store saved. */
    private static Usage usage(JsonNode node) {
        Usage usage = new Usage(
                count(node.path("inputTokens")), count(node.path("outputTokens")), count(node.path("cachedTokens")));
        return usage.canBeTrue() ? usage : Usage.NONE;
    }

    private static long count(JsonNode node) {
        return node.isMissingNode() || node.canConvertToLong() ? node.asLong() : -1;
    }

    static String write(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new StoreException("an answer cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static SortedSet<String> leftOut(JsonNode names) {
        SortedSet<String> leftOut = new TreeSet<>();
        names.forEach(name -> leftOut.add(name.asText()));
        return leftOut;
    }

    private static FinishReason finish(String name) {
        for (FinishReason reason : FinishReason.values()) {
            if (reason.name().equals(name)) {
                return reason;
            }
        }
        return FinishReason.OTHER;
    }

    private static Optional<String> text(JsonNode node, String field) {
        return node.path(field).isTextual() ? Optional.of(node.path(field).asText()) : Optional.empty();
    }
}
