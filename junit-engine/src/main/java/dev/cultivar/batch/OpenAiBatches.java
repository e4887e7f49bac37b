package dev.cultivar.batch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.io.Sha256;
import dev.cultivar.model.EndpointHttp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** OpenAI's Batch API: a file is uploaded, a batch is created from it, and its results are files again. */
final class OpenAiBatches implements BatchClient {

    private static final Set<String> ENDED = Set.of("completed", "failed", "expired", "cancelled");
    private static final String MARK = "cultivar_file";

    private final EndpointHttp http;
    private final String path;

    /** @param path where each request of a batch is sent */
    OpenAiBatches(EndpointHttp http, String path) {
        this.http = http;
        this.path = path;
    }

    /** A batch carries its file's digest, so that a submission whose answer was lost is found again and not paid for twice. */
    @Override
    public String submit(Path file) {
        String digest = digest(file);
        Optional<String> known = submittedBefore(digest);
        if (known.isPresent()) {
            return known.get();
        }
        JsonNode uploaded = BatchJson.reply(http.upload("/files", Map.of("purpose", "batch"), file));
        var batch = BatchJson.object()
                .put("input_file_id", BatchJson.identifier(uploaded, "id"))
                .put("endpoint", path)
                .put("completion_window", "24h");
        batch.putObject("metadata").put(MARK, digest);
        return BatchJson.identifier(BatchJson.reply(http.post("/batches", BatchJson.write(batch))), "id");
    }

    private Optional<String> submittedBefore(String digest) {
        for (JsonNode batch : BatchJson.reply(http.get("/batches?limit=100")).path("data")) {
            if (batch.path("metadata").path(MARK).asText("").equals(digest)
                    && !batch.path("status").asText().equals("failed")) {
                return Optional.of(BatchJson.identifier(batch, "id"));
            }
        }
        return Optional.empty();
    }

    @Override
    public BatchStatus status(String id) {
        JsonNode batch = BatchJson.reply(http.get("/batches/" + id));
        String state = BatchJson.identifier(batch, "status");
        JsonNode counts = batch.path("request_counts");
        return new BatchStatus(
                state,
                ENDED.contains(state),
                counts.path("total").asInt(),
                counts.path("completed").asInt(),
                counts.path("failed").asInt(),
                batch.path("errors").path("data").path(0).path("message").asText(""));
    }

    @Override
    public void fetch(String id, Path results, Path errors) {
        JsonNode batch = BatchJson.reply(http.get("/batches/" + id));
        fetchFile(batch.path("output_file_id"), results);
        fetchFile(batch.path("error_file_id"), errors);
    }

    private void fetchFile(JsonNode fileId, Path to) {
        if (fileId.isTextual() && !fileId.asText().isEmpty()) {
            http.download("/files/" + fileId.asText() + "/content", to);
        }
    }

    private static String digest(Path file) {
        try {
            return Sha256.of(file).hex().substring(0, 32);
        } catch (IOException e) {
            throw BatchException.unread(file, e);
        }
    }
}
