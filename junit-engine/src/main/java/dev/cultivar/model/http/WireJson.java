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

/** JSON as the protocols need it. */
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

    /** Adds fields; objects on both sides are merged, else the added value wins. */
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

    /** A schema that our own code wrote. */
    public static JsonNode schema(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException("the schema is not JSON", e);
        }
    }

    /** Of counts as {@link #count} reads them; no more cached than there are, and none where that cannot be true. */
    public static Usage usage(long input, long output, long cached) {
        return new Usage(input, output, cached == Long.MAX_VALUE ? 0 : Math.min(input, cached));
    }

    /** Counts together, the largest number there is at most. */
    public static long sum(long... counts) {
        long sum = 0;
        for (long count : counts) {
            sum = count > Long.MAX_VALUE - sum ? Long.MAX_VALUE : sum + count;
        }
        return sum;
    }

    /**
     * A count of an endpoint: 0 where there is none. What is no whole number of at least 0 is the largest number there is, so that nobody
     * takes it for true.
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
