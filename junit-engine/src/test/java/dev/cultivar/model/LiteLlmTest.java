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
import dev.cultivar.provider.Usage;
import dev.cultivar.settings.EndpointSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The protocols against an implementation that nobody here wrote: LiteLLM's proxy, before a model on a socket of this test. The property
 * {@code cultivar.build.litellm} is the path of its command.
 */
@Tag("slow")
@Timeout(600)
@EnabledIfSystemProperty(named = "cultivar.build.litellm", matches = ".+")
class LiteLlmTest {

    private static final String KEY = "sk-litellm-0123456789";

    private static final MockWebServer STUB = new MockWebServer();

    private static LiteLlmProxy proxy;

    @BeforeAll
    static void start() throws Exception {
        STUB.setDispatcher(new Stub());
        STUB.start();
        Path config = Path.of(Objects.requireNonNull(LiteLlmTest.class.getResource("litellm.yaml"))
                .toURI());
        proxy = LiteLlmProxy.start(
                System.getProperty("cultivar.build.litellm"),
                config,
                STUB.url("/v1").toString());
    }

    @AfterAll
    static void stop() {
        proxy.close();
        STUB.close();
    }

    /** A model that answers by its name, at both of OpenAI's addresses, as the proxy asks at either. */
    private static final class Stub extends Dispatcher {

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            if (request.getBody() == null) {
                return reply(404, "{'error':{'message':'there is nothing to read here'}}");
            }
            String asked = request.getBody().utf8().replace(" ", "");
            boolean responses = request.getTarget().endsWith("/responses");
            if (asked.contains("\"model\":\"filtered\"")) {
                return reply(
                        400,
                        "{'error':{'message':'The prompt was stopped by the content"
                                + " policy.','type':'invalid_request_error','param':'prompt','code':'content_filter'}}");
            }
            if (asked.contains("\"model\":\"broken\"")) {
                return reply(500, "{'error':{'message':'out of order','type':'server_error','code':null}}");
            }
            boolean thinks = asked.contains("\"model\":\"thinking\"");
            return reply(200, responses ? response(thinks) : completion(thinks));
        }

        private static String completion(boolean thinks) {
            return "{'id':'c1','object':'chat.completion','created':1,'model':'stub-1','choices':[{'index':0,'finish_reason':'"
                    + (thinks ? "length" : "stop") + "','message':{'role':'assistant','content':"
                    + (thinks ? "'','reasoning_content':'1. Nej.\\n2. Ja.'" : "'1. Ja.\\n2. Nej.'")
                    + "}}],'usage':{'prompt_tokens':100,'completion_tokens':600,'total_tokens':700,"
                    + "'prompt_tokens_details':{'cached_tokens':60}}}";
        }

        private static String response(boolean thinks) {
            return "{'id':'resp_1','object':'response','created_at':1,'model':'stub-1','parallel_tool_calls':true,"
                    + "'tool_choice':'auto','tools':[],'error':null,"
                    + (thinks
                            ? "'status':'incomplete','incomplete_details':{'reason':'max_output_tokens'},'output':[{'type':'reasoning','id':'rs_1','summary':[{'type':'summary_text','text':'1."
                                    + " Nej.'}]}]"
                            : "'status':'completed','incomplete_details':null,'output':[{'type':'message','id':'msg_1',"
                                    + "'role':'assistant','status':'completed','content':[{'type':'output_text',"
                                    + "'text':'1. Ja.\\n2. Nej.','annotations':[]}]}]")
                    + ",'usage':{'input_tokens':100,'input_tokens_details':{'cached_tokens':60},'output_tokens':600,"
                    + "'output_tokens_details':{'reasoning_tokens':0},'total_tokens':700}}";
        }

        private static MockResponse reply(int status, String body) {
            return new MockResponse.Builder()
                    .code(status)
                    .setHeader("content-type", "application/json")
                    .body(body.replace('\'', '"'))
                    .build();
        }
    }

    private static EndpointSettings endpoint(String protocol) {
        String base = proxy.address() + "/v1";
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
        ModelResponse response = ask(protocol, "plain", plain());
        assertThat(response.text()).isEqualTo("1. Ja.\n2. Nej.");
        assertThat(response.finish()).isEqualTo(FinishReason.STOP);
        assertThat(response.usage()).isEqualTo(new Usage(100, 600, 60));
        assertThat(response.reportedModel()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat", "responses", "messages"})
    void aModelThatOnlyThoughtHasNoAnswerAndAReason(String protocol) {
        ModelResponse response = ask(protocol, "thinking", plain());
        assertThat(response.text()).isEmpty();
        assertThat(response.finish()).isEqualTo(FinishReason.LENGTH);
        assertThat(response.usage().output()).isEqualTo(600);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat", "responses", "messages"})
    void aFilterBehindItIsAFilter(String protocol) {
        assertThat(ask(protocol, "filtered", plain()).finish()).isEqualTo(FinishReason.CONTENT_FILTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat", "responses", "messages"})
    void aDemandForAFormIsTaken(String protocol) {
        String schema = "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},\"required\":[\"a\"],"
                + "\"additionalProperties\":false}";
        List<String> texts = Stream.of(ChatRequest.Means.values())
                .map(means -> ask(
                                protocol,
                                "plain",
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
                            connections.model(Endpoints.model("plain")).complete(plain())));
            assertThat(failure.kind()).isIn(Kind.KEY, Kind.BAD_REQUEST);
            assertThat(failure.getMessage()).doesNotContain("9876543210").doesNotContain("sk-wrong");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat", "responses", "messages"})
    void itsFaultsAreFaults(String protocol) {
        assertThat(catchThrowableOfType(ProviderException.class, () -> ask(protocol, "broken", plain()))
                        .kind())
                .isEqualTo(Kind.SERVER);
    }
}
