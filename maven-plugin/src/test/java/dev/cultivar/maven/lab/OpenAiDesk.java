package dev.cultivar.maven.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files and batches as OpenAI serves them, with the fates that its lab plans for them. */
final class OpenAiDesk {

    private final LabModels models;
    private final List<StandInLab.Fate> fates;
    private final Map<String, String> files = new LinkedHashMap<>();
    private final Map<String, ObjectNode> batches = new LinkedHashMap<>();

    /** @param fates of the batches in the order of their creation; those after the last are well */
    OpenAiDesk(LabModels models, List<StandInLab.Fate> fates) {
        this.models = models;
        this.fates = fates;
    }

    synchronized StandInLab.Reply serve(String path, boolean post, String body)
            throws IOException, InterruptedException {
        if (path.equals("/files") && post) {
            String id = keep(body.substring(body.indexOf("{\"custom_id\""), body.lastIndexOf("}\n") + 2));
            return StandInLab.Reply.ok(StandInLab.JSON.createObjectNode().put("id", id));
        } else if (path.startsWith("/files/")) {
            return new StandInLab.Reply(200, files.get(path.split("/")[2]));
        } else if (path.equals("/batches") && post) {
            return StandInLab.Reply.ok(create(StandInLab.JSON.readTree(body)));
        } else if (path.equals("/batches")) {
            ArrayNode all = StandInLab.JSON.createArrayNode();
            batches.values().forEach(all::add);
            return StandInLab.Reply.ok(StandInLab.JSON.createObjectNode().set("data", all));
        }
        return StandInLab.Reply.ok(look(path.split("/")[2]));
    }

    private String keep(String content) {
        String id = "file-" + (files.size() + 1);
        files.put(id, content);
        return id;
    }

    private ObjectNode create(JsonNode request) {
        String id = "batch_" + (batches.size() + 1);
        ObjectNode batch = StandInLab.JSON.createObjectNode().put("id", id).put("status", "validating");
        batch.set("input_file_id", request.path("input_file_id"));
        batch.set("metadata", request.path("metadata"));
        batches.put(id, batch);
        return batch;
    }

    /** The first look finds it under way, the second at its end. */
    private JsonNode look(String id) throws IOException, InterruptedException {
        ObjectNode batch = batches.get(id);
        long total = files.get(batch.path("input_file_id").asText()).lines().count();
        switch (batch.path("status").asText()) {
            case "validating" -> {
                batch.put("status", "in_progress");
                batch.putObject("request_counts")
                        .put("total", total)
                        .put("completed", total / 2)
                        .put("failed", 0);
            }
            case "in_progress" -> end(batch, Integer.parseInt(id.substring("batch_".length())));
            default -> {}
        }
        return batch;
    }

    private void end(ObjectNode batch, int number) throws IOException, InterruptedException {
        StandInLab.Fate fate = number <= fates.size() ? fates.get(number - 1) : StandInLab.Fate.WELL;
        if (fate == StandInLab.Fate.FAILS) {
            batch.put("status", "failed");
            batch.putObject("errors")
                    .putArray("data")
                    .addObject()
                    .put("message", "Enqueued token limit reached for this organization.");
            return;
        }
        String[] requests = files.get(batch.path("input_file_id").asText()).split("\n");
        int done =
                switch (fate) {
                    case EXPIRES -> requests.length * 4 / 5;
                    case LOSES_ONE -> requests.length - 1;
                    default -> requests.length;
                };
        StringBuilder answered = new StringBuilder();
        StringBuilder errors = new StringBuilder();
        for (int i = 0; i < requests.length; i++) {
            if (i < done) {
                answered.append(requests[i]).append('\n');
            } else {
                errors.append(error(requests[i], fate == StandInLab.Fate.EXPIRES))
                        .append('\n');
            }
        }
        batch.put("output_file_id", keep(models.answerLines(answered.toString())));
        if (!errors.isEmpty()) {
            batch.put("error_file_id", keep(errors.toString()));
        }
        batch.put("status", fate == StandInLab.Fate.EXPIRES ? "expired" : "completed");
        batch.putObject("request_counts")
                .put("total", requests.length)
                .put("completed", done)
                .put("failed", requests.length - done);
    }

    private static JsonNode error(String request, boolean expired) throws IOException {
        ObjectNode line = StandInLab.JSON.createObjectNode();
        line.put(
                "custom_id", StandInLab.JSON.readTree(request).path("custom_id").asText());
        if (expired) {
            line.putNull("response");
            line.putObject("error").put("code", "batch_expired").put("message", "This request could not be executed.");
        } else {
            ObjectNode body = StandInLab.JSON.createObjectNode();
            body.putObject("error").put("message", "The server had an error.");
            line.putObject("response").put("status_code", 500).set("body", body);
            line.putNull("error");
        }
        return line;
    }
}
