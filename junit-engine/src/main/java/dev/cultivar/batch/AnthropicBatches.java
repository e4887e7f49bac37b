package dev.cultivar.batch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.model.EndpointHttp;
import java.nio.file.Path;

/** Anthropic's Message Batches: requests go in one body, and results come back as lines. */
final class AnthropicBatches implements BatchClient {

    private static final String PATH = "/messages/batches";

    private final EndpointHttp http;

    AnthropicBatches(EndpointHttp http) {
        this.http = http;
    }

    @Override
    public String submit(Path file) {
        return BatchJson.identifier(BatchJson.reply(http.postLines(PATH, "{\"requests\":[", file, "]}")), "id");
    }

    @Override
    public BatchStatus status(String id) {
        JsonNode batch = BatchJson.reply(http.get(PATH + "/" + id));
        String state = BatchJson.identifier(batch, "processing_status");
        JsonNode counts = batch.path("request_counts");
        int done = counts.path("succeeded").asInt();
        int failed = counts.path("errored").asInt()
                + counts.path("canceled").asInt()
                + counts.path("expired").asInt();
        return new BatchStatus(
                state, state.equals("ended"), counts.path("processing").asInt() + done + failed, done, failed, "");
    }

    /** Builds the URL of the results here instead of taking it from the answer, because the key is sent with the request. */
    @Override
    public void fetch(String id, Path results, Path errors) {
        http.download(PATH + "/" + id + "/results", results);
    }
}
