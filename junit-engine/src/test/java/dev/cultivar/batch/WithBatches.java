package dev.cultivar.batch;

import dev.cultivar.model.Endpoints;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.Sampling;
import dev.cultivar.settings.EndpointSettings;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.store.StoreKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A folder of two questions for one model, and an endpoint that may have a batch API. */
@Timeout(60)
abstract class WithBatches {

    static final String KEY = "sk-batch-0123456789";

    static final StoreKey ONE = key("one");

    static final StoreKey TWO = key("two");

    final MockWebServer server = new MockWebServer();

    final ModelSettings model = Endpoints.model("m");

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static StoreKey key(String prompt) {
        return StoreKey.of(StoreKey.Kind.ANSWER, "lab", "m", ChatRequest.of(prompt, Sampling.DEFAULT), "version", 0);
    }

    EndpointSettings endpoint(String provider) {
        return Endpoints.endpoint(provider, server.url("/v1").toString());
    }

    void export(String provider) {
        try (BatchWriter writer = BatchWriter.open(folder)) {
            writer.add(ONE, endpoint(provider), model, ChatRequest.of("one", Sampling.DEFAULT));
            writer.add(TWO, endpoint(provider), model, ChatRequest.of("two", Sampling.DEFAULT));
        }
    }

    Batches batches(String provider) {
        return new Batches(
                folder,
                Map.of("lab", endpoint(provider)),
                Map.of("m", model),
                variable -> variable.equals("LAB_KEY") ? KEY : null);
    }

    void reply(int code, String body) {
        server.enqueue(new MockResponse.Builder().code(code).body(body).build());
    }

    static String openAiAnswer(StoreKey key, String text) {
        return "{\"id\":\"r\",\"custom_id\":\"" + key.hash()
                + "\",\"response\":{\"status_code\":200,\"request_id\":\"q\",\"body\":{\"id\":\"c\",\"model\":\"m-1\","
                + "\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"" + text
                + "\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":7}}},\"error\":null}\n";
    }
}
