package dev.cultivar.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cultivar.io.AtomicFile;
import dev.cultivar.text.JsonEscapes;
import java.io.IOException;
import java.nio.file.Path;

/** JSON helpers for batch files. */
final class BatchJson {

    static final JsonMapper MAPPER = JsonMapper.builder(JsonEscapes.factory()).build();

    private BatchJson() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static JsonNode read(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    /**
     * Reads an answer of a batch API.
     *
     * @throws BatchException where it is not JSON
     */
    static JsonNode reply(String text) {
        try {
            return read(text);
        } catch (JsonProcessingException e) {
            throw new BatchException("the endpoint's batch API answers with something other than JSON", e);
        }
    }

    /**
     * A name that the provider gave. It must look like a path segment, because it becomes part of a path.
     *
     * @throws BatchException where it does not
     */
    static String identifier(JsonNode node, String field) {
        String value = node.path(field).asText("");
        if (!value.matches("[A-Za-z0-9_.-]{1,200}")) {
            throw new BatchException("the endpoint's batch API gives no usable " + field);
        }
        return value;
    }

    static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always JSON", e);
        }
    }

    /** Writes a file completely or not at all. */
    static void write(Path file, JsonNode node) {
        try {
            AtomicFile.write(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n");
        } catch (IOException e) {
            throw BatchException.unwritten(file, e);
        }
    }
}
