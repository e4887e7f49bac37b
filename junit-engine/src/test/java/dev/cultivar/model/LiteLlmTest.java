package dev.cultivar.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cultivar.provider.ChatMessage;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.FinishReason;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.ProviderException.Kind;
import dev.cultivar.provider.Sampling;
import dev.cultivar.settings.EndpointSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The protocols against an implementation that nobody here wrote: LiteLLM's proxy, started with {@code litellm.yaml} of the test
 * resources, at the address that the property {@code cultivar.build.litellm} names, for example {@code http://127.0.0.1:4000}.
 */
@Tag("slow")
@EnabledIfSystemProperty(named = "cultivar.build.litellm", matches = "http.+")
class LiteLlmTest {

    private static final String KEY = "sk-litellm-0123456789";

    private static EndpointSettings endpoint(String protocol) {
        String base = System.getProperty("cultivar.build.litellm") + "/v1";
        return switch (protocol) {
            case "chat" -> Endpoints.endpoint("openai", base);
            case "responses" -> Endpoints.with(Endpoints.endpoint("openai", base), Map.of("api", "responses"));
            default -> Endpoints.endpoint("anthropic", base);
        };
    }

    private static ModelResponse ask(String protocol, String model, ChatRequest request) {
        try (ModelConnections connections = Endpoints.open(endpoint(protocol), variable -> KEY)) {
            return Endpoints.await(connections.model(Endpoints.model(model)).complete(request));
        }
    }

    private static ChatRequest plain() {
        return new ChatRequest(
                List.of(ChatMessage.system("Svar kort."), ChatMessage.user("Hvad mener du?")),
                Sampling.DEFAULT,
                Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat", "responses", "messages"})
    void anAnswerIsReadWithItsReasonAndItsTokens(String protocol) {
        ModelResponse response = ask(protocol, "mock", plain());
        assertThat(response.text()).isEqualTo("1. Ja.\n2. Nej.");
        assertThat(response.finish()).isEqualTo(FinishReason.STOP);
        assertThat(response.usage().input()).isPositive();
        assertThat(response.usage().output()).isPositive();
        assertThat(response.reportedModel()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat", "responses", "messages"})
    void aDemandForAFormIsTaken(String protocol) {
        String schema = "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},\"required\":[\"a\"],"
                + "\"additionalProperties\":false}";
        List<String> texts = Stream.of(ChatRequest.Means.values())
                .filter(means -> !protocol.equals("messages") || means == ChatRequest.Means.TOOL_CALL)
                .map(means -> ask(
                                protocol,
                                "mock",
                                new ChatRequest(
                                        List.of(ChatMessage.user("Which?")),
                                        Sampling.DEFAULT,
                                        Optional.of(new ChatRequest.Structure("labels", schema, means))))
                        .text())
                .toList();
        assertThat(texts).isNotEmpty().containsOnly("1. Ja.\n2. Nej.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat", "responses", "messages"})
    void aModelThatItDoesNotHaveIsSaidInItsOwnWords(String protocol) {
        ProviderException failure =
                catchThrowableOfType(ProviderException.class, () -> ask(protocol, "nobody", plain()));
        assertThat(failure).hasMessageContaining("nobody");
        assertThat(failure.kind()).isIn(Kind.BAD_REQUEST, Kind.NOT_FOUND, Kind.FORBIDDEN);
    }

    @Test
    void aWrongKeyIsSaidInItsOwnWordsWithoutTheKey() {
        try (ModelConnections connections = Endpoints.open(endpoint("chat"), variable -> "sk-wrong-9876543210")) {
            ProviderException failure = catchThrowableOfType(
                    ProviderException.class,
                    () -> Endpoints.await(
                            connections.model(Endpoints.model("mock")).complete(plain())));
            assertThat(failure.kind()).isIn(Kind.KEY, Kind.BAD_REQUEST);
            assertThat(failure.getMessage()).doesNotContain("9876543210").doesNotContain("sk-wrong");
        }
    }

    @Test
    void itsFaultsAreFaults() {
        assertThat(catchThrowableOfType(ProviderException.class, () -> ask("chat", "mock-broken", plain()))
                        .kind())
                .isEqualTo(Kind.SERVER);
    }
}
