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
            throw new IllegalArgumentException("the schema is no JSON", e);
        }
    }

    /** Counts as an endpoint gives them, none below 0, and no more cached than there are. */
    public static Usage usage(long input, long output, long cached) {
        long most = Math.max(0, input);
        return new Usage(most, Math.max(0, output), Math.min(most, Math.max(0, cached)));
    }

    public static Optional<String> text(JsonNode node) {
        return node.isTextual() && !node.asText().isEmpty() ? Optional.of(node.asText()) : Optional.empty();
    }
}
