package dev.cultivar.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * One request file and what became of it.
 *
 * @param name file name within the folder
 * @param format format of its lines
 * @param endpoint name of the endpoint in the settings
 * @param model name of the model in the settings
 * @param kind {@code ANSWER} or {@code JUDGEMENT}
 * @param requests number of lines
 * @param id the provider's name for the batch, after it is submitted
 * @param state the provider's last word on it; {@code written} before it is submitted, {@code imported} after its results are imported
 */
record BatchFile(
        String name,
        BatchFormat format,
        String endpoint,
        String model,
        String kind,
        int requests,
        Optional<String> id,
        String state) {

    static final String WRITTEN = "written";
    static final String IMPORTED = "imported";

    boolean submitted() {
        return id.isPresent();
    }

    boolean imported() {
        return state.equals(IMPORTED);
    }

    BatchFile with(String newId, String newState) {
        return new BatchFile(name, format, endpoint, model, kind, requests, Optional.of(newId), newState);
    }

    BatchFile withState(String newState) {
        return new BatchFile(name, format, endpoint, model, kind, requests, id, newState);
    }

    ObjectNode json() {
        ObjectNode node = BatchJson.object()
                .put("name", name)
                .put("format", format.name())
                .put("endpoint", endpoint)
                .put("model", model)
                .put("kind", kind)
                .put("requests", requests)
                .put("state", state);
        id.ifPresent(value -> node.put("id", value));
        return node;
    }

    static BatchFile of(JsonNode node) {
        return new BatchFile(
                node.path("name").asText(),
                BatchFormat.valueOf(node.path("format").asText()),
                node.path("endpoint").asText(),
                node.path("model").asText(),
                node.path("kind").asText(),
                node.path("requests").asInt(),
                node.has("id") ? Optional.of(node.path("id").asText()) : Optional.empty(),
                node.path("state").asText(WRITTEN));
    }
}
