package dev.cultivar.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cultivar.settings.EndpointSettings;
import dev.cultivar.text.PlainText;

/** How requests and results are written as lines of a batch file. */
enum BatchFormat {

    /** OpenAI's Batch API for chat completions; vLLM's {@code run-batch} reads and writes the same lines. */
    OPENAI("/v1/chat/completions", 50_000, 200_000_000),

    /** The same API for Responses. */
    RESPONSES("/v1/responses", 50_000, 200_000_000),

    /** Anthropic's Message Batches. */
    ANTHROPIC("/v1/messages", 100_000, 256_000_000) {
        @Override
        ObjectNode request(String id, JsonNode body) {
            ObjectNode line = BatchJson.object().put("custom_id", id);
            line.set("params", body);
            return line;
        }

        @Override
        BatchResult result(JsonNode line) {
            String id = line.path("custom_id").asText("");
            JsonNode result = line.path("result");
            String type = result.path("type").asText("");
            if (type.equals("succeeded")) {
                return BatchResult.answered(id, 200, BatchJson.write(result.path("message")));
            }
            boolean notAsked = type.equals("expired") || type.equals("canceled");
            JsonNode error = result.path("error").path("error");
            return BatchResult.failed(
                    id, notAsked, words(type, error.path("message").asText("")));
        }
    };

    private final String path;
    private final int mostRequests;
    private final long mostBytes;

    BatchFormat(String path, int mostRequests, long mostBytes) {
        this.path = path;
        this.mostRequests = mostRequests;
        this.mostBytes = mostBytes;
    }

    /** The path to which its requests would go one by one. */
    String path() {
        return path;
    }

    /** How many requests the provider's documentation allows in one batch. */
    int mostRequests() {
        return mostRequests;
    }

    long mostBytes() {
        return mostBytes;
    }

    ObjectNode request(String id, JsonNode body) {
        ObjectNode line = BatchJson.object();
        line.put("custom_id", id).put("method", "POST").put("url", path);
        line.set("body", body);
        return line;
    }

    BatchResult result(JsonNode line) {
        String id = line.path("custom_id").asText("");
        JsonNode response = line.path("response");
        JsonNode error = line.path("error");
        if (response.path("body").isObject()) {
            return BatchResult.answered(
                    id, response.path("status_code").asInt(200), BatchJson.write(response.path("body")));
        }
        String code = error.path("code").asText("");
        boolean notAsked = code.equals("batch_expired") || code.equals("batch_cancelled");
        return BatchResult.failed(
                id, notAsked, words(code, error.path("message").asText("no response")));
    }

    /**
     * The format of an endpoint.
     *
     * @throws BatchException where we know of no batch API for its provider
     */
    static BatchFormat of(EndpointSettings endpoint) {
        return switch (endpoint.provider()) {
            case "openai" -> "responses".equals(endpoint.options().get("api")) ? RESPONSES : OPENAI;
            case "azure" -> OPENAI;
            case "anthropic" -> ANTHROPIC;
            default ->
                throw new BatchException("Endpoint " + endpoint.name() + ": no batch format is known for provider "
                        + endpoint.provider() + "; run its models live.");
        };
    }

    /** A provider's words on one line, without terminal control characters. */
    static String words(String code, String message) {
        return PlainText.words(code + " " + message, 200);
    }
}
