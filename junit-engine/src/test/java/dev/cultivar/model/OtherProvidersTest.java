package dev.cultivar.model;

import static dev.cultivar.model.Endpoints.KEY;
import static dev.cultivar.model.Endpoints.await;
import static dev.cultivar.model.Endpoints.model;
import static dev.cultivar.model.Replies.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import dev.cultivar.settings.SettingsException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

/** Azure, Anthropic and Gemini, in the shapes of their real replies. */
class OtherProvidersTest extends AgainstEndpoint {

    private static final String SCHEMA =
            "{\"type\": \"object\", \"properties\": {\"1\": {\"type\": \"string\"}}, \"required\": [\"1\"]}";

    private EndpointSettings endpoint(String provider, String path) {
        return Endpoints.endpoint(provider, server.url(path).toString().replaceAll("/$", ""));
    }

    private ModelResponse ask(EndpointSettings endpoint, String reply, Optional<ChatRequest.Means> means) {
        server.enqueue(json(200, reply).build());
        return ask(endpoint, means);
    }

    private static ModelResponse ask(EndpointSettings endpoint, Optional<ChatRequest.Means> means) {
        Sampling sampling = new Sampling(
                OptionalDouble.of(0.5), OptionalDouble.of(0.9), OptionalInt.of(300), OptionalLong.of(42), Map.of());
        try (ModelConnections connections = Endpoints.open(endpoint)) {
            return await(connections
                    .model(model("m-1"))
                    .complete(new ChatRequest(
                            List.of(ChatMessage.system("Be brief."), ChatMessage.user("Hvad?")),
                            sampling,
                            means.map(by -> new ChatRequest.Structure("stances", SCHEMA, by)))));
        }
    }

    private ProviderException failure(EndpointSettings endpoint, int status, String body) {
        for (int i = 0; i < 3; i++) {
            server.enqueue(json(status, body).build());
        }
        return catchThrowableOfType(ProviderException.class, () -> ask(endpoint, Optional.empty()));
    }

    private static JsonNode tree(String text) throws Exception {
        return WireJson.MAPPER.readTree(text);
    }

    // Azure

    private static final String AZURE_REPLY = """
        {"choices": [{"content_filter_results": {"hate": {"filtered": false, "severity": "safe"}}, "finish_reason": "stop",
          "index": 0, "logprobs": null, "message": {"content": "1. Ja.", "refusal": null, "role": "assistant"}}],
         "created": 1732000000, "id": "chatcmpl-A", "model": "gpt-4o-2024-08-06", "object": "chat.completion",
         "prompt_filter_results": [{"prompt_index": 0}], "system_fingerprint": "fp_d54531d9eb",
         "usage": {"completion_tokens": 4, "prompt_tokens": 12, "total_tokens": 16}}\
        """;

    @Test
    void azureIsAskedAtItsDeploymentWithItsOwnKeyHeader() throws Exception {
        ModelResponse response = ask(endpoint("azure", "/"), AZURE_REPLY, Optional.empty());
        assertThat(response.text()).isEqualTo("1. Ja.");
        assertThat(response.reportedModel()).contains("gpt-4o-2024-08-06");
        RecordedRequest request = server.takeRequest();
        assertThat(request.getTarget()).isEqualTo("/openai/deployments/m-1/chat/completions?api-version=2024-10-21");
        assertThat(request.getHeaders().get("api-key")).isEqualTo(KEY);
        assertThat(request.getHeaders().get("authorization")).isNull();
    }

    @Test
    void aPromptThatAzuresFilterStopsIsAFilteredAnswerAndNoFailure() {
        server.enqueue(json(400, """
            {"error": {"message": "The response was filtered due to the prompt triggering the policy.",
              "type": null, "param": "prompt", "code": "content_filter", "status": 400,
              "innererror": {"code": "ResponsibleAIPolicyViolation"}}}\
            """).build());
        ModelResponse response = ask(endpoint("azure", "/"), Optional.empty());
        assertThat(response.finish()).isEqualTo(FinishReason.CONTENT_FILTER);
        assertThat(response.text()).isEmpty();
    }

    @Test
    void anUnknownDeploymentIsNotFound() {
        ProviderException failure = failure(
                endpoint("azure", "/"),
                404,
                "{\"error\": {\"code\": \"DeploymentNotFound\", \"message\": \"The API deployment does not exist.\"}}");
        assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure).hasMessageContaining("DeploymentNotFound");
    }

    // Anthropic

    private static final String ANTHROPIC_REPLY = """
        {"id": "msg_01", "type": "message", "role": "assistant", "model": "m-1-20250514", "content": [
           {"type": "thinking", "thinking": "1. Nej.", "signature": "Eq"}, {"type": "text", "text": "1. Ja."}],
         "stop_reason": "%s", "stop_sequence": null,
         "usage": {"input_tokens": 20, "cache_creation_input_tokens": 3, "cache_read_input_tokens": 4,
           "output_tokens": 9, "service_tier": "standard"}}\
        """;

    @Test
    void anthropicIsAskedWithTheSystemPromptApart() throws Exception {
        ModelResponse response =
                ask(endpoint("anthropic", "/v1"), ANTHROPIC_REPLY.formatted("max_tokens"), Optional.empty());
        assertThat(response.text()).isEqualTo("1. Ja.");
        assertThat(response.finish()).isEqualTo(FinishReason.LENGTH);
        assertThat(response.usage()).isEqualTo(new Usage(27, 9, 4));
        RecordedRequest request = server.takeRequest();
        assertThat(request.getTarget()).isEqualTo("/v1/messages");
        assertThat(request.getHeaders().get("x-api-key")).isEqualTo(KEY);
        assertThat(request.getHeaders().get("anthropic-version")).isEqualTo("2023-06-01");
        assertThat(tree(request.getBody().utf8())).isEqualTo(tree("""
            {"model": "m-1", "max_tokens": 300, "system": "Be brief.",
             "messages": [{"role": "user", "content": "Hvad?"}], "temperature": 0.5, "top_p": 0.9}\
            """));
    }

    @Test
    void anthropicGivesStructureBySchemaAndByTool() throws Exception {
        EndpointSettings endpoint = endpoint("anthropic", "/v1");
        ask(endpoint, ANTHROPIC_REPLY.formatted("end_turn"), Optional.of(ChatRequest.Means.RESPONSE_FORMAT));
        JsonNode format = tree(server.takeRequest().getBody().utf8()).at("/output_config/format");
        assertThat(format.path("type").asText()).isEqualTo("json_schema");
        assertThat(format.path("schema")).isEqualTo(tree(SCHEMA));
        ModelResponse response = ask(endpoint, """
            {"id": "msg_02", "type": "message", "role": "assistant", "model": "m-1", "content": [
               {"type": "tool_use", "id": "toolu_01", "name": "stances", "input": {"1": "pro"}}],
             "stop_reason": "tool_use", "usage": {"input_tokens": 1, "output_tokens": 1}}\
            """, Optional.of(ChatRequest.Means.TOOL_CALL));
        assertThat(response.toolArguments()).contains("{\"1\":\"pro\"}");
        assertThat(response.finish()).isEqualTo(FinishReason.TOOL_CALL);
        JsonNode body = tree(server.takeRequest().getBody().utf8());
        assertThat(body.path("tools").path(0).path("input_schema")).isEqualTo(tree(SCHEMA));
        assertThat(body.path("tool_choice")).isEqualTo(tree("{\"type\": \"tool\", \"name\": \"stances\"}"));
    }

    @Test
    void aSchemaIsNotAskedForWhereTheSettingsSayThatItIsNotTaken() {
        EndpointSettings endpoint = Endpoints.with(endpoint("anthropic", "/v1"), Map.of("response-format", "false"));
        assertThatThrownBy(() -> ask(endpoint, Optional.of(ChatRequest.Means.RESPONSE_FORMAT)))
                .extracting("kind")
                .isEqualTo(Kind.BAD_REQUEST);
    }

    @Test
    void anthropicsErrorsAreToldApart() {
        String error =
                "{\"type\": \"error\", \"error\": {\"type\": \"%s\", \"message\": \"%s\"}, \"request_id\": \"req_1\"}";
        EndpointSettings endpoint = endpoint("anthropic", "/v1");
        assertThat(failure(endpoint, 529, error.formatted("overloaded_error", "Overloaded")))
                .hasMessageContaining("HTTP 529, overloaded_error")
                .extracting("kind")
                .isEqualTo(Kind.SERVER);
        assertThat(failure(endpoint, 401, error.formatted("authentication_error", "invalid x-api-key")))
                .extracting("kind")
                .isEqualTo(Kind.KEY);
    }

    @Test
    void anthropicsRefusalIsAFilteredAnswer() {
        ModelResponse response =
                ask(endpoint("anthropic", "/v1"), ANTHROPIC_REPLY.formatted("refusal"), Optional.empty());
        assertThat(response.finish()).isEqualTo(FinishReason.CONTENT_FILTER);
    }

    // Gemini

    private static final String GEMINI_REPLY = """
        {"candidates": [{"content": {"parts": [{"text": "1. Nej.", "thought": true}, {"text": "1. Ja."}], "role": "model"},
           "finishReason": "%s", "index": 0, "avgLogprobs": -0.1}],
         "usageMetadata": {"promptTokenCount": 11, "candidatesTokenCount": 5, "thoughtsTokenCount": 30,
           "totalTokenCount": 46}, "modelVersion": "m-1-002", "responseId": "x"}\
        """;

    @Test
    void geminiIsAskedInItsOwnWordsAndItsThoughtsAreNotTheAnswer() throws Exception {
        ModelResponse response = ask(endpoint("gemini", "/v1beta"), GEMINI_REPLY.formatted("STOP"), Optional.empty());
        assertThat(response.text()).isEqualTo("1. Ja.");
        assertThat(response.finish()).isEqualTo(FinishReason.STOP);
        assertThat(response.usage()).isEqualTo(new Usage(11, 35));
        assertThat(response.reportedModel()).contains("m-1-002");
        RecordedRequest request = server.takeRequest();
        assertThat(request.getTarget()).isEqualTo("/v1beta/models/m-1:generateContent");
        assertThat(request.getHeaders().get("x-goog-api-key")).isEqualTo(KEY);
        assertThat(tree(request.getBody().utf8())).isEqualTo(tree("""
            {"contents": [{"role": "user", "parts": [{"text": "Hvad?"}]}],
             "systemInstruction": {"parts": [{"text": "Be brief."}]},
             "generationConfig": {"temperature": 0.5, "topP": 0.9, "maxOutputTokens": 300, "seed": 42}}\
            """));
    }

    @Test
    void geminiTakesASchemaAndAToolCall() throws Exception {
        EndpointSettings endpoint = endpoint("gemini", "/v1beta");
        ask(endpoint, GEMINI_REPLY.formatted("STOP"), Optional.of(ChatRequest.Means.RESPONSE_FORMAT));
        JsonNode generation = tree(server.takeRequest().getBody().utf8()).path("generationConfig");
        assertThat(generation.path("responseMimeType").asText()).isEqualTo("application/json");
        assertThat(generation.path("responseJsonSchema")).isEqualTo(tree(SCHEMA));
        ModelResponse response = ask(endpoint, """
            {"candidates": [{"content": {"parts": [{"functionCall": {"name": "stances", "args": {"1": "con"}}}],
               "role": "model"}, "finishReason": "STOP"}], "usageMetadata": {"promptTokenCount": 1}}\
            """, Optional.of(ChatRequest.Means.TOOL_CALL));
        assertThat(response.toolArguments()).contains("{\"1\":\"con\"}");
        assertThat(response.finish()).isEqualTo(FinishReason.TOOL_CALL);
    }

    @Test
    void whatGeminiBlocksIsAFilteredAnswer() {
        EndpointSettings endpoint = endpoint("gemini", "/v1beta");
        String blocked = "{\"promptFeedback\": {\"blockReason\": \"PROHIBITED_CONTENT\"}, \"usageMetadata\": {}}";
        assertThat(ask(endpoint, blocked, Optional.empty()).finish()).isEqualTo(FinishReason.CONTENT_FILTER);
        assertThat(ask(endpoint, GEMINI_REPLY.formatted("SAFETY"), Optional.empty())
                        .finish())
                .isEqualTo(FinishReason.CONTENT_FILTER);
    }

    @Test
    void geminisBadKeyIsAKeyAlthoughItComesAs400() {
        ProviderException failure = failure(endpoint("gemini", "/v1beta"), 400, """
            {"error": {"code": 400, "message": "API key not valid.", "status": "INVALID_ARGUMENT", "details": [
              {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "API_KEY_INVALID"}]}}\
            """);
        assertThat(failure.kind()).isEqualTo(Kind.KEY);
        assertThat(failure).hasMessageContaining("LAB_KEY");
    }

    @Test
    void aMistypedOptionIsRefusedByName() {
        EndpointSettings endpoint = Endpoints.with(endpoint("openai", "/v1"), Map.of("max-completion-token", "true"));
        assertThatThrownBy(() -> Endpoints.open(endpoint))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("no option 'max-completion-token'")
                .hasMessageContaining("max-completion-tokens");
    }

    @Test
    void anUnknownProviderIsRefusedAndTheKnownOnesAreNamed() {
        assertThatThrownBy(() -> Endpoints.open(endpoint("opnai", "/v1")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("'opnai'")
                .hasMessageContaining("anthropic, azure, function, gemini, house, openai");
    }
}
