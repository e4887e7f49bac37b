package dev.cultivar.model;

import static dev.cultivar.model.Endpoints.KEY;
import static dev.cultivar.model.Endpoints.await;
import static dev.cultivar.model.Endpoints.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cultivar.model.http.KeySource;
import dev.cultivar.model.limits.Backoff;
import dev.cultivar.provider.ChatModel;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.Sampling;
import dev.cultivar.provider.WireRequest;
import dev.cultivar.settings.EndpointSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionException;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key in every place that can hold one; whatever the endpoint does with it, it comes out nowhere. */
class SecretTest {

    private static final String HEADER_SECRET = "hdr-9f8e7d6c5b4a";
    private static final String LITERAL_SECRET = "lit-1a2b3c4d5e6f";

    private final StringWriter seen = new StringWriter();

    private static KeySource environment() {
        return Map.of("LAB_KEY", KEY, "HDR", HEADER_SECRET)::get;
    }

    private static EndpointSettings endpoint(String provider, String url) {
        return new EndpointSettings(
                "lab",
                provider,
                Optional.of(url),
                Optional.of("LAB_KEY"),
                2,
                Duration.ofSeconds(5),
                1,
                OptionalInt.empty(),
                OptionalInt.empty(),
                Map.of("X-Team", "env:HDR", "X-Api-Token", LITERAL_SECRET),
                Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "azure", "anthropic", "gemini"})
    void noSecretComesOutOfAnExceptionALogOrAnAnswer(String provider) throws Exception {
        String echo = "echo Bearer " + KEY + " " + HEADER_SECRET + " " + LITERAL_SECRET;
        Logger root = Logger.getLogger("");
        Logger okhttp = Logger.getLogger("okhttp3");
        Handler capture = new Capture();
        Level before = root.getLevel();
        root.addHandler(capture);
        root.setLevel(Level.ALL);
        okhttp.setLevel(Level.ALL);
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            for (int status : new int[] {400, 401, 403, 404, 429, 500, 302, 200}) {
                String body =
                        "{\"type\": \"error\", \"error\": {\"message\": \"" + echo + "\", \"type\": \"" + KEY + "\"}}";
                server.enqueue(Replies.json(status, body)
                        .setHeader("retry-after", "99999")
                        .build());
                server.enqueue(Replies.json(status, "<html>" + echo)
                        .setHeader("location", "http://" + KEY + "/")
                        .build());
            }
            server.enqueue(Replies.good(echo));
            EndpointSettings endpoint = endpoint(provider, server.url("/v1").toString());
            try (ModelConnections connections = ModelConnections.open(
                    List.of(endpoint), environment(), new Backoff(Duration.ofMillis(1), Duration.ofMillis(2)))) {
                ChatModel model = connections.model(model("m"));
                for (int i = 0; i < 14; i++) {
                    note(model);
                }
            }
        } finally {
            root.removeHandler(capture);
            root.setLevel(before);
            okhttp.setLevel(null);
        }
        assertThat(seen.toString())
                .contains("Endpoint lab")
                .doesNotContain(KEY)
                .doesNotContain(HEADER_SECRET)
                .doesNotContain(LITERAL_SECRET);
    }

    private void note(ChatModel model) {
        try {
            seen.append(String.valueOf(model)).append(' ');
            seen.append(String.valueOf(await(model.complete(ChatRequest.of("What?", Sampling.DEFAULT))
                    .orTimeout(2, java.util.concurrent.TimeUnit.SECONDS))));
        } catch (ProviderException | CompletionException e) {
            e.printStackTrace(new PrintWriter(seen));
        }
    }

    /** A message of bounded length must not end in the first half of a key. */
    @Test
    void aKeyIsPaintedOverBeforeAMessageIsCut() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            EndpointSettings endpoint = endpoint("openai", server.url("/v1").toString());
            for (int before = 216; before < 240; before++) {
                for (String echo : new String[] {KEY, HEADER_SECRET}) {
                    String body = "x".repeat(before) + " " + echo + " and more";
                    server.enqueue(Replies.error(400, body));
                    server.enqueue(Replies.json(400, body).build());
                }
            }
            try (ModelConnections connections = ModelConnections.open(List.of(endpoint), environment())) {
                ChatModel model = connections.model(model("m"));
                for (int i = 0; i < 4 * 24; i++) {
                    note(model);
                }
            }
        }
        assertThat(seen.toString()).contains("xxxx").doesNotContain(KEY.substring(0, 6), HEADER_SECRET.substring(0, 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "azure", "anthropic", "gemini"})
    void aKeyThatNoHeaderCanCarryIsRefusedAndNotQuoted(String provider) {
        String broken = "first-half\nsecond-half";
        EndpointSettings endpoint = endpoint(provider, "http://127.0.0.1:9/v1");
        for (String variable : List.of("LAB_KEY", "HDR")) {
            KeySource environment =
                    name -> name.equals(variable) ? broken : environment().get(name);
            try (ModelConnections connections = ModelConnections.open(List.of(endpoint), environment)) {
                assertThatThrownBy(() -> connections.model(model("m")))
                        .isInstanceOf(ProviderException.class)
                        .hasMessageContaining(variable + ", which contains a character that no header allows")
                        .hasMessageNotContainingAny("first-half", "second-half");
            }
        }
    }

    @Test
    void theShapesOnTheWireDoNotShowThemselves() {
        WireRequest request = new WireRequest("http://x/" + KEY, Map.of("authorization", KEY), "prompt");
        assertThat(request.toString()).doesNotContain(KEY).doesNotContain("prompt");
    }

    private final class Capture extends Handler {
        @Override
        public void publish(LogRecord record) {
            // The server under test logs too; only what our side says counts.
            if (!String.valueOf(record.getLoggerName()).startsWith("mockwebserver3")) {
                seen.append(String.valueOf(record.getMessage())).append('\n');
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
