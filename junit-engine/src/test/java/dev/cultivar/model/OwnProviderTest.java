package dev.cultivar.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cultivar.model.wire.OpenAiProvider;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.Endpoint;
import dev.cultivar.provider.EndpointConfig;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.Provider;
import dev.cultivar.provider.Sampling;
import dev.cultivar.provider.Transport;
import dev.cultivar.settings.EndpointSettings;
import dev.cultivar.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A provider that somebody else's jar brings, made of the types of {@code dev.cultivar.provider} alone. */
@Timeout(60)
class OwnProviderTest {

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private EndpointSettings endpoint(Map<String, String> options) {
        return Endpoints.with(Endpoints.endpoint("house", server.url("/v1").toString()), options);
    }

    private static CompletableFuture<ModelResponse> ask(ModelConnections connections) {
        return connections.model(Endpoints.model("m")).complete(ChatRequest.of("What?", Sampling.DEFAULT));
    }

    /** Says that it is the built-in one. */
    private static final class Impostor implements Provider {
        @Override
        public String name() {
            return "openai";
        }

        @Override
        public Endpoint open(EndpointConfig config, Transport transport) {
            throw new AssertionError("never opened");
        }
    }

    @Test
    void oneThatTakesTheNameOfAnotherIsRefused() {
        assertThatThrownBy(() -> ModelConnections.byName(List.of(new OpenAiProvider(), new Impostor())))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("Two providers have the name 'openai'")
                .hasMessageContaining(Impostor.class.getName());
    }

    @Test
    void itIsFoundByItsNameAndRetriedAsTheBuiltInOnes() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().code(500).body("{}").build());
        server.enqueue(new MockResponse.Builder().body("{\"text\": \"Yes.\"}").build());
        try (ModelConnections connections = Endpoints.open(endpoint(Map.of("style", "brief")))) {
            ModelResponse response = ask(connections).join();
            assertThat(response.text()).isEqualTo("Yes.");
            assertThat(response.attempts()).isEqualTo(2);
        }
        server.takeRequest();
        RecordedRequest request = server.takeRequest();
        assertThat(request.getTarget()).isEqualTo("/v1/ask");
        assertThat(request.getHeaders().get("X-Key")).isEqualTo(Endpoints.KEY);
        assertThat(request.getBody().utf8()).contains("\"style\":\"brief\"", "\"question\":\"What?\"");
    }

    @Test
    void anOptionThatItDoesNotKnowIsRefused() {
        assertThatThrownBy(() -> Endpoints.open(endpoint(Map.of("stile", "brief"))))
                .isInstanceOf(SettingsException.class)
                .hasMessage("Endpoint lab: provider house has no option 'stile'; it has ca, http2, leave-out-refused,"
                        + " patience, proxy, proxy-credentials-env, style.");
    }

    @Test
    void thePageShowsItAsItIs() throws IOException {
        String source = Files.readString(Path.of("src/test/java/example/provider/HouseProvider.java"));
        List<String> shown =
                source.substring(source.indexOf("/** A server")).strip().lines().toList();
        assertThat(Files.readAllLines(Path.of("../docs/providers.md"))).containsSequence(shown);
    }
}
