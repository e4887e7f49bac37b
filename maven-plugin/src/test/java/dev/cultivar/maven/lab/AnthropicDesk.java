package dev.cultivar.maven.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Messages and their batches as Anthropic serves them. */
final class AnthropicDesk {

    private final LabModels models;
    private final Map<String, JsonNode> requests = new LinkedHashMap<>();
    private final Map<String, Integer> looks = new LinkedHashMap<>();

    AnthropicDesk(LabModels models) {
        this.models = models;
    }

    JsonNode message(JsonNode params) throws IOException, InterruptedException {
        ObjectNode chat = StandInLab.JSON.createObjectNode();
        chat.set("model", params.path("model"));
        ArrayNode messages = chat.putArray("messages");
        if (params.has("system")) {
            messages.addObject().put("role", "system").set("content", params.path("system"));
        }
        params.path("messages").forEach(messages::add);
        JsonNode answer = models.chat(chat);
        ObjectNode message = StandInLab.JSON.createObjectNode().put("type", "message");
        message.set("model", params.path("model"));
        message.putArray("content")
                .addObject()
                .put("type", "text")
                .set("text", answer.at("/choices/0/message/content"));
        message.put("stop_reason", "end_turn");
        ObjectNode usage = message.putObject("usage");
        usage.set("input_tokens", answer.at("/usage/prompt_tokens"));
        usage.set("output_tokens", answer.at("/usage/completion_tokens"));
        return message;
    }

    synchronized StandInLab.Reply serve(String path, boolean post, String body)
            throws IOException, InterruptedException {
        if (post) {
            String id = "msgbatch_" + (requests.size() + 1);
            requests.put(id, StandInLab.JSON.readTree(body).path("requests"));
            return StandInLab.Reply.ok(status(id, false));
        }
        String id = path.split("/")[1];
        if (!path.endsWith("/results")) {
            return StandInLab.Reply.ok(status(id, looks.merge(id, 1, Integer::sum) > 1));
        }
        StringBuilder results = new StringBuilder();
        for (JsonNode request : requests.get(id)) {
            ObjectNode line = StandInLab.JSON.createObjectNode();
            line.set("custom_id", request.path("custom_id"));
            line.putObject("result").put("type", "succeeded").set("message", message(request.path("params")));
            results.append(line).append('\n');
        }
        return new StandInLab.Reply(200, results.toString());
    }

    private JsonNode status(String id, boolean ended) {
        int all = requests.get(id).size();
        ObjectNode status = StandInLab.JSON.createObjectNode().put("id", id);
        status.put("processing_status", ended ? "ended" : "in_progress");
        status.putObject("request_counts")
                .put("processing", ended ? 0 : all)
                .put("succeeded", ended ? all : 0)
                .put("errored", 0)
                .put("canceled", 0)
                .put("expired", 0);
        return status;
    }
}
