package dev.cultivar.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.model.Endpoints;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.FinishReason;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.Sampling;
import dev.cultivar.provider.Usage;
import dev.cultivar.settings.EndpointSettings;
import dev.cultivar.store.ResponseStore;
import dev.cultivar.store.ResponseStores;
import dev.cultivar.store.StoredEntry;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

class BatchApiTest extends WithBatches {

    @Test
    void anOpenAiBatchIsUploadedCreatedWatchedAndBroughtHome() throws Exception {
        export("openai");
        reply(200, "{\"data\":[]}");
        reply(200, "{\"id\":\"file-1\"}");
        reply(200, "{\"id\":\"batch_1\",\"status\":\"validating\"}");
        assertThat(batches("openai").submit()).containsExactly("m-answers-0001.jsonl: submitted as batch_1");

        server.takeRequest();
        RecordedRequest upload = server.takeRequest();
        assertThat(upload.getTarget()).isEqualTo("/v1/files");
        assertThat(upload.getHeaders().get("Authorization")).isEqualTo("Bearer " + KEY);
        assertThat(upload.getBody().utf8())
                .contains("name=\"purpose\"", "batch", "\"custom_id\":\"" + ONE.hash() + "\"", "/v1/chat/completions");
        assertThat(server.takeRequest().getBody().utf8())
                .contains("\"input_file_id\":\"file-1\"", "\"completion_window\":\"24h\"");

        reply(
                200,
                "{\"id\":\"batch_1\",\"status\":\"in_progress\",\"request_counts\":{\"total\":2,\"completed\":1,\"failed\":0}}");
        assertThat(batches("openai").status().lines())
                .containsExactly("m-answers-0001.jsonl: in_progress, 1 of 2 answered, 0 failed");

        String ended =
                "{\"id\":\"batch_1\",\"status\":\"expired\",\"output_file_id\":\"file-2\",\"error_file_id\":\"file-3\"}";
        reply(200, ended);
        reply(200, ended);
        reply(200, openAiAnswer(ONE, "1. Yes."));
        reply(
                200,
                "{\"id\":\"r\",\"custom_id\":\"" + TWO.hash()
                        + "\",\"response\":null,\"error\":{\"code\":\"batch_expired\",\"message\":\"too late\"}}\n");
        try (ResponseStore store = ResponseStores.inMemory()) {
            BatchTally tally = batches("openai").importInto(store, Instant.EPOCH);
            assertThat(tally.imported()).isEqualTo(1);
            assertThat(tally.notAsked()).isEqualTo(1);
            assertThat(store.find(ONE).orElseThrow().text()).isEqualTo("1. Yes.");
            assertThat(store.find(ONE).orElseThrow().usage().output()).isEqualTo(7);
            assertThat(store.find(TWO)).isEmpty();
        }
    }

    /** As the Batch API documents lines to {@code /v1/responses}: the same envelope around that API's bodies. */
    @Test
    void aBatchOfResponsesGoesToTheirAddressAndIsReadAsSuch() throws Exception {
        EndpointSettings endpoint = Endpoints.with(endpoint("openai"), Map.of("api", "responses"));
        try (BatchWriter writer = BatchWriter.open(folder)) {
            writer.add(ONE, endpoint, model, ChatRequest.of("one", Sampling.DEFAULT));
            writer.add(TWO, endpoint, model, ChatRequest.of("two", Sampling.DEFAULT));
        }
        Batches batches = new Batches(folder, Map.of("lab", endpoint), Map.of("m", model), variable -> KEY);
        for (String line : Files.readAllLines(folder.resolve("m-answers-0001.jsonl"))) {
            JsonNode request = BatchJson.read(line);
            assertThat(request.path("url").asText()).isEqualTo("/v1/responses");
            JsonNode body = request.path("body");
            assertThat(body.path("input").path(0).path("content").asText()).isIn("one", "two");
            assertThat(body.path("store").asBoolean(true)).isFalse();
            assertThat(body.has("messages")).isFalse();
        }

        reply(200, "{\"data\":[]}");
        reply(200, "{\"id\":\"file-1\"}");
        reply(200, "{\"id\":\"batch_1\",\"status\":\"validating\"}");
        batches.submit();
        server.takeRequest();
        server.takeRequest();
        assertThat(server.takeRequest().getBody().utf8()).contains("\"endpoint\":\"/v1/responses\"");

        Files.writeString(
                folder.resolve("m-answers-0001.results.jsonl"),
                "{\"id\":\"r\",\"custom_id\":\"" + ONE.hash()
                        + "\",\"response\":{\"status_code\":200,\"body\":{\"object\":\"response\",\"status\":\"completed\","
                        + "\"error\":null,\"model\":\"m-1\",\"output\":[{\"type\":\"reasoning\",\"summary\":[]},{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":\"1."
                        + " Ja.\"}]}],\"usage\":{\"input_tokens\":5,\"output_tokens\":9,\"total_tokens\":14}}},\"error\":null}\n"
                        + "{\"id\":\"r\",\"custom_id\":\"" + TWO.hash()
                        + "\",\"response\":{\"status_code\":400,\"body\":{\"error\":{\"code\":\"invalid_prompt\",\"message\":\"The"
                        + " prompt was flagged.\"}}},\"error\":null}\n");
        try (ResponseStore store = ResponseStores.inMemory()) {
            assertThat(batches.importInto(store, Instant.EPOCH).imported()).isEqualTo(2);
            assertThat(store.find(ONE).orElseThrow().text()).isEqualTo("1. Ja.");
            assertThat(store.find(ONE).orElseThrow().usage().output()).isEqualTo(9);
            assertThat(store.find(TWO).orElseThrow().finish()).isEqualTo(FinishReason.CONTENT_FILTER);
        }
    }

    @Test
    void anAnthropicBatchGoesInOneBodyAndComesBackAsLines() throws Exception {
        export("anthropic");
        reply(200, "{\"id\":\"msgbatch_1\",\"processing_status\":\"in_progress\"}");
        assertThat(batches("anthropic").submit()).containsExactly("m-answers-0001.jsonl: submitted as msgbatch_1");
        RecordedRequest sent = server.takeRequest();
        assertThat(sent.getTarget()).isEqualTo("/v1/messages/batches");
        assertThat(sent.getHeaders().get("x-api-key")).isEqualTo(KEY);
        var requests = BatchJson.read(sent.getBody().utf8()).path("requests");
        assertThat(requests).hasSize(2);
        assertThat(requests.path(1)
                        .path("params")
                        .path("messages")
                        .path(0)
                        .path("content")
                        .asText())
                .isEqualTo("two");

        reply(
                200,
                "{\"id\":\"msgbatch_1\",\"processing_status\":\"ended\",\"results_url\":\"http://elsewhere.invalid/\"}");
        reply(
                200,
                "{\"custom_id\":\"" + ONE.hash()
                        + "\",\"result\":{\"type\":\"succeeded\",\"message\":{\"model\":\"m-1\",\"content\":[{\"type\":\"text\",\"text\":\"1."
                        + " No.\"}],\"stop_reason\":\"end_turn\",\"usage\":{\"input_tokens\":3,\"output_tokens\":4}}}}\n"
                        + "{\"custom_id\":\"" + TWO.hash()
                        + "\",\"result\":{\"type\":\"errored\",\"error\":{\"type\":\"error\",\"error\":"
                        + "{\"type\":\"invalid_request_error\",\"message\":\"too\\u001b[31m long\"}}}}\n");
        try (ResponseStore store = ResponseStores.inMemory()) {
            ModelResponse old = new ModelResponse(
                    "1. Long ago.",
                    Optional.empty(),
                    FinishReason.STOP,
                    Usage.NONE,
                    Optional.empty(),
                    Optional.empty(),
                    Duration.ZERO,
                    1);
            store.restore(new StoredEntry(ONE, old, Instant.parse("2020-01-01T00:00:00Z")))
                    .join();
            BatchTally tally = batches("anthropic").importInto(store, Instant.parse("2020-06-01T00:00:00Z"));
            assertThat(tally.imported()).isEqualTo(1);
            assertThat(tally.failed()).containsExactly(Map.entry("errored too long", 1));
            assertThat(store.find(ONE).orElseThrow().text()).isEqualTo("1. No.");
        }
        server.takeRequest();
        assertThat(server.takeRequest().getTarget()).isEqualTo("/v1/messages/batches/msgbatch_1/results");
    }

    @Test
    void aSubmissionWhoseAnswerWasLostIsFoundAgainAndNotPaidTwice() throws Exception {
        export("openai");
        reply(200, "{\"data\":[]}");
        reply(200, "{\"id\":\"file-1\"}");
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new mockwebserver3.SocketEffect.CloseSocket())
                .build());
        assertThatThrownBy(() -> batches("openai").submit())
                .isInstanceOf(ProviderException.class)
                .hasMessageNotContaining(KEY);
        server.takeRequest();
        server.takeRequest();
        String created = server.takeRequest().getBody().utf8();
        String mark = created.replaceAll(".*\"cultivar_file\":\"([0-9a-f]+)\".*", "$1");

        reply(
                200,
                "{\"data\":[{\"id\":\"batch_9\",\"status\":\"in_progress\",\"metadata\":{\"cultivar_file\":\"" + mark
                        + "\"}}]}");
        assertThat(batches("openai").submit()).containsExactly("m-answers-0001.jsonl: submitted as batch_9");
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void throttlingIsWaitedForAndARefusedKeyIsSaidWithoutIt() {
        export("anthropic");
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "0")
                .body("{}")
                .build());
        reply(200, "{\"id\":\"msgbatch_1\",\"processing_status\":\"in_progress\"}");
        assertThat(batches("anthropic").submit()).hasSize(1);

        reply(401, "{\"error\":{\"message\":\"bad key " + KEY + "\"}}");
        assertThatThrownBy(() -> batches("anthropic").status())
                .hasMessageContaining("HTTP 401")
                .hasMessageNotContaining(KEY);
    }

    @Test
    void aDateInRetryAfterIsWaitedFor() {
        export("anthropic");
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "Tue, 24 Nov 2020 12:00:30 GMT")
                .body("{}")
                .build());
        reply(200, "{\"id\":\"msgbatch_1\",\"processing_status\":\"in_progress\"}");
        assertThat(batches("anthropic").submit()).hasSize(1);
    }

    @Test
    void afterAnErrorOfTheServerAQuestionIsAskedAgainAndACreationIsNot() {
        export("anthropic");
        reply(500, "{\"error\":{\"message\":\"busy\"}}");
        assertThatThrownBy(() -> batches("anthropic").submit())
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("answers HTTP 500: busy");
        assertThat(server.getRequestCount()).isEqualTo(1);

        reply(200, "{\"id\":\"msgbatch_1\",\"processing_status\":\"in_progress\"}");
        batches("anthropic").submit();
        reply(500, "{}");
        reply(200, "{\"id\":\"msgbatch_1\",\"processing_status\":\"in_progress\"}");
        assertThat(batches("anthropic").status().open()).isEqualTo(1);
    }
}
