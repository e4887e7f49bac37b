package dev.cultivar.model;

import static dev.cultivar.model.Endpoints.KEY;
import static dev.cultivar.model.Endpoints.ask;
import static dev.cultivar.model.Endpoints.await;
import static dev.cultivar.model.Endpoints.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.model.http.WireJson;
import dev.cultivar.provider.ChatMessage;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.FinishReason;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.ProviderException.Kind;
import dev.cultivar.provider.Sampling;
import dev.cultivar.provider.Usage;
import dev.cultivar.settings.EndpointSettings;
import dev.cultivar.settings.ModelSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

class OpenAiProtocolTest extends AgainstEndpoint {

    private static final String ANSWER = """
        {"id": "chatcmpl-9x", "object": "chat.completion", "created": 1732000000, "model": "m-2026-01-01",
         "system_fingerprint": "fp_44709d6fcb",
         "choices": [{"index": 0, "message": {"role": "assistant", "content": "1. Ja.\\n2. Nej.", "refusal": null},
           "logprobs": null, "finish_reason": "%s"}],
         "usage": {"prompt_tokens": 57, "completion_tokens": 17, "total_tokens": 74}}\
        """;

    private void reply(String body) {
        server.enqueue(new MockResponse.Builder()
                .code(200)
                .setHeader("content-type", "application/json")
                .body(body)
                .build());
    }

    private JsonNode sent() throws Exception {
        return WireJson.MAPPER.readTree(taken().getBody().utf8());
    }

    private RecordedRequest taken() throws InterruptedException {
        return server.takeRequest();
    }

    @Test
    void anAnswerComesWithItsReasonUsageAndFingerprint() {
        reply(ANSWER.formatted("length"));
        try (ModelConnections connections = Endpoints.open(Endpoints.openAi(server))) {
            ModelResponse response = ask(connections);
            assertThat(response.text()).isEqualTo("1. Ja.\n2. Nej.");
            assertThat(response.finish()).isEqualTo(FinishReason.LENGTH);
            assertThat(response.usage()).isEqualTo(new Usage(57, 17));
            assertThat(response.reportedModel()).contains("m-2026-01-01");
            assertThat(response.fingerprint()).contains("fp_44709d6fcb");
            assertThat(response.attempts()).isEqualTo(1);
            assertThat(response.latency()).isPositive();
        }
    }

    @Test
    void theRequestCarriesKeyModelAndSampling() throws Exception {
        reply(ANSWER.formatted("stop"));
        ModelSettings settings = new ModelSettings(
                "nice name",
                "lab",
                "org/wire-name",
                "family",
                OptionalDouble.of(0.7),
                OptionalDouble.of(0.9),
                OptionalInt.of(500),
                true,
                Map.of("top_k", 40),
                Map.of(),
                Optional.empty(),
                "nice name");
        try (ModelConnections connections = Endpoints.open(Endpoints.openAi(server))) {
            Sampling asked = new Sampling(
                    OptionalDouble.of(0),
                    OptionalDouble.empty(),
                    OptionalInt.empty(),
                    OptionalLong.of(42),
                    Map.of("min_p", 0.1));
            await(connections
                    .model(settings)
                    .complete(new ChatRequest(
                            List.of(ChatMessage.system("Be brief."), ChatMessage.user("Hvad?")),
                            asked,
                            Optional.empty())));
        }
        RecordedRequest request = taken();
        assertThat(request.getTarget()).isEqualTo("/v1/chat/completions");
        assertThat(request.getHeaders().get("authorization")).isEqualTo("Bearer " + KEY);
        assertThat(WireJson.MAPPER.readTree(request.getBody().utf8())).isEqualTo(WireJson.MAPPER.readTree("""
            {"model": "org/wire-name", "messages": [
               {"role": "system", "content": "Be brief."}, {"role": "user", "content": "Hvad?"}],
             "temperature": 0.0, "top_p": 0.9, "max_tokens": 500, "seed": 42,
             "top_k": 40, "min_p": 0.1}\
            """));
    }

    @Test
    void aModelThatTakesNoSeedGetsNone() throws Exception {
        reply(ANSWER.formatted("stop"));
        ModelSettings base = model("m");
        ModelSettings seedless = new ModelSettings(
                base.name(),
                base.endpoint(),
                base.wireName(),
                base.family(),
                base.temperature(),
                base.topP(),
                base.maxTokens(),
                false,
                base.extraBody(),
                base.capability(),
                base.price(),
                base.baseline());
        try (ModelConnections connections = Endpoints.open(Endpoints.openAi(server))) {
            await(connections.model(seedless).complete(ChatRequest.of("What?", Sampling.DEFAULT.withSeed(1))));
        }
        assertThat(sent().has("seed")).isFalse();
    }

    @Test
    void aSchemaIsAskedForAsResponseFormat() throws Exception {
        reply(ANSWER.formatted("stop"));
        structured(Endpoints.openAi(server), ChatRequest.Means.RESPONSE_FORMAT);
        JsonNode format = sent().path("response_format");
        assertThat(format.path("type").asText()).isEqualTo("json_schema");
        assertThat(format.path("json_schema").path("name").asText()).isEqualTo("colour");
        assertThat(format.path("json_schema").path("schema").path("type").asText())
                .isEqualTo("object");
    }

    @Test
    void aToolCallIsAskedForAndItsArgumentsComeBack() throws Exception {
        reply("""
            {"model": "m", "choices": [{"index": 0, "finish_reason": "tool_calls", "message": {"role": "assistant",
              "content": null, "tool_calls": [{"id": "call_1", "type": "function",
                "function": {"name": "colour", "arguments": "{\\"name\\": \\"red\\"}"}}]}}]}\
            """);
        ModelResponse response = structured(Endpoints.openAi(server), ChatRequest.Means.TOOL_CALL);
        assertThat(response.toolArguments()).contains("{\"name\": \"red\"}");
        assertThat(response.text()).isEmpty();
        assertThat(response.finish()).isEqualTo(FinishReason.TOOL_CALL);
        assertThat(response.usage()).isEqualTo(Usage.NONE);
        JsonNode body = sent();
        assertThat(body.path("tools").path(0).path("function").path("name").asText())
                .isEqualTo("colour");
        assertThat(body.path("tool_choice").path("function").path("name").asText())
                .isEqualTo("colour");
    }

    private static ModelResponse structured(EndpointSettings endpoint, ChatRequest.Means means) {
        ChatRequest.Structure structure = new ChatRequest.Structure("colour", "{\"type\": \"object\"}", means);
        try (ModelConnections connections = Endpoints.open(endpoint)) {
            return await(connections
                    .model(model("m"))
                    .complete(new ChatRequest(
                            List.of(ChatMessage.user("What?")), Sampling.DEFAULT, Optional.of(structure))));
        }
    }

    @Test
    void quirksOfAnEndpointAreRespected() throws Exception {
        reply(ANSWER.formatted("stop"));
        EndpointSettings endpoint = Endpoints.with(
                Endpoints.openAi(server),
                Map.of("max-completion-tokens", "true", "seed", "false", "response-format", "false"));
        try (ModelConnections connections = Endpoints.open(endpoint)) {
            Sampling sampling = new Sampling(
                    OptionalDouble.empty(), OptionalDouble.empty(), OptionalInt.of(9), OptionalLong.of(1), Map.of());
            await(connections.model(model("m")).complete(ChatRequest.of("What?", sampling)));
        }
        JsonNode body = sent();
        assertThat(body.path("max_completion_tokens").asInt()).isEqualTo(9);
        assertThat(body.has("max_tokens")).isFalse();
        assertThat(body.has("seed")).isFalse();
        assertThatThrownBy(() -> structured(endpoint, ChatRequest.Means.RESPONSE_FORMAT))
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("response-format")
                .extracting("kind")
                .isEqualTo(Kind.BAD_REQUEST);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void thinkingIsNotTheAnswer() {
        reply(ANSWER.formatted("stop").replace("1. Ja", "<think>\\nHm. 1. Nej.\\n</think>\\n\\n1. Ja"));
        try (ModelConnections connections = Endpoints.open(Endpoints.openAi(server))) {
            assertThat(ask(connections).text()).isEqualTo("1. Ja.\n2. Nej.");
        }
    }

    @Test
    void aMissingKeyNamesItsVariable() {
        EndpointSettings endpoint = Endpoints.openAi(server);
        try (ModelConnections connections = ModelConnections.open(List.of(endpoint), name -> null)) {
            assertThatThrownBy(() -> connections.model(model("m")))
                    .isInstanceOf(ProviderException.class)
                    .hasMessage("Endpoint lab takes its key from the environment variable LAB_KEY, which is not set.")
                    .extracting("kind")
                    .isEqualTo(Kind.KEY);
        }
    }

    @Test
    void headersMayComeFromTheEnvironment() throws Exception {
        reply(ANSWER.formatted("stop"));
        EndpointSettings base = Endpoints.openAi(server);
        EndpointSettings endpoint = new EndpointSettings(
                base.name(),
                base.provider(),
                base.baseUrl(),
                Optional.empty(),
                1,
                Duration.ofSeconds(5),
                0,
                base.requestsPerMinute(),
                base.tokensPerMinute(),
                Map.of("X-Team", "env:LAB_KEY", "X-Plain", "plain"),
                Map.of());
        try (ModelConnections connections = Endpoints.open(endpoint)) {
            ask(connections);
        }
        RecordedRequest request = taken();
        assertThat(request.getHeaders().get("x-team")).isEqualTo(KEY);
        assertThat(request.getHeaders().get("x-plain")).isEqualTo("plain");
        assertThat(request.getHeaders().get("authorization")).isNull();
    }

    @Test
    void aKeyThatTheEndpointEchoesIsPaintedOver() {
        reply(ANSWER.formatted("stop").replace("Nej", "Nej, " + KEY));
        try (ModelConnections connections = Endpoints.open(Endpoints.openAi(server))) {
            assertThat(ask(connections).text()).isEqualTo("1. Ja.\n2. Nej, [secret].");
        }
    }
}
