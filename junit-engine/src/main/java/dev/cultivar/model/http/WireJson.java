package dev.cultivar.model.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cultivar.provider.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** JSON helpers for the protocols. */
public final class WireJson {

    public static final JsonMapper MAPPER = JsonMapper.builder().build();
    public static final Charset UTF_8 = StandardCharsets.UTF_8;

    private WireJson() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds fields. Objects on both sides are merged; otherwise the added value wins. */
    public static void merge(ObjectNode body, Map<String, Object> more) {
        more.forEach((field, value) -> {
            JsonNode node = MAPPER.valueToTree(value);
            if (node instanceof ObjectNode object && body.get(field) instanceof ObjectNode own) {
                object.properties().forEach(entry -> own.set(entry.getKey(), entry.getValue()));
            } else {
                body.set(field, node);
            }
        });
    }

    /** A schema from our own code. */
    public static JsonNode schema(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException("the schema is not JSON", e);
        }
    }

    /** Usage from counts that {@link #count} read. Cached tokens never exceed input tokens; an impossible cached count becomes 0. */
    public static Usage usage(long input, long output, long cached) {
        return new Usage(input, output, cached == Long.MAX_VALUE ? 0 : Math.min(input, cached));
    }

    /** The sum of the counts, at most {@link Long#MAX_VALUE}. */
    public static long sum(long... counts) {
        long sum = 0;
        for (long count : counts) {
            sum = count > Long.MAX_VALUE - sum ? Long.MAX_VALUE : sum + count;
        }
        return sum;
    }

    /**
     * An endpoint's count; 0 where there is none. A value that is not a whole number of at least 0 becomes {@link Long#MAX_VALUE}, so that
     * nobody mistakes it for a real count.
     */
    public static long count(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return 0;
        }
        return node.canConvertToExactIntegral() && node.canConvertToLong() && node.asLong() >= 0
                ? node.asLong()
                : Long.MAX_VALUE;
    }

    public static Optional<String> text(JsonNode node) {
        return node.isTextual() && !node.asText().isEmpty() ? Optional.of(node.asText()) : Optional.empty();
    }
}
