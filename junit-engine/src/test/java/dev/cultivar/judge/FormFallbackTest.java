package dev.cultivar.judge;

import static dev.cultivar.model.Endpoints.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cultivar.api.Stance;
import dev.cultivar.model.Endpoints;
import dev.cultivar.model.ModelConnections;
import dev.cultivar.survey.Catalogue;
import dev.cultivar.survey.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Endpoints that do not take every form, on a socket. */
class FormFallbackTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Topic TOPIC = Catalogue.builtIn().topic("F120").orElseThrow();

    /** What a request asks for an answer in: {@code schema}, {@code tool} or {@code words}. */
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    private final MockWebServer server = new MockWebServer();
    private ModelConnections connections;
    private Judge judge;

    @BeforeEach
    void start() throws IOException {
        server.start();
        connections = Endpoints.open(Endpoints.openAi(server));
        judge = new Judge(connections.model(Endpoints.model("m")));
    }

    @AfterEach
    void stop() {
        connections.close();
        server.close();
    }

    /** An endpoint that answers requests of some forms with a failure. */
    private void refuse(Set<String> forms, int status, String body) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                try {
                    JsonNode sent = MAPPER.readTree(request.getBody().utf8());
                    String form = sent.has("response_format") ? "schema" : sent.has("tools") ? "tool" : "words";
                    asked.add(form);
                    return forms.contains(form)
                            ? new MockResponse.Builder().code(status).body(body).build()
                            : new MockResponse.Builder()
                                    .body(answer(form, sent))
                                    .build();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    private static String answer(String form, JsonNode sent) {
        String prompt = sent.path("messages").path(1).path("content").asText();
        List<String> labels = JudgeLabels.read(prompt, line -> line.contains("good") ? "pro" : "con");
        ObjectNode reply = MAPPER.createObjectNode();
        ObjectNode message =
                reply.putArray("choices").addObject().putObject("message").put("role", "assistant");
        switch (form) {
            case "tool" ->
                message.putArray("tool_calls")
                        .addObject()
                        .putObject("function")
                        .put("name", "stances")
                        .put("arguments", JudgeLabels.json(labels));
            case "schema" -> message.put("content", JudgeLabels.json(labels));
            default -> message.put("content", JudgeLabels.lines(labels));
        }
        return reply.toString();
    }

    private List<Stance> stances(String... statements) {
        return await(judge.judge(TOPIC, "en", List.of(statements))).stances();
    }

    /** Seen at gateways and servers of models: 400 with and without words, 404 of a router, 422, 500 and 501. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | {"error": {"message": "response_format is not supported"}}
            400 | {}
            404 | {"error": {"message": "No endpoints found that support the provided 'tool_choice' value.", "code": 404}}
            422 | {"detail": [{"loc": ["body", "response_format"], "msg": "extra fields not permitted"}]}
            500 | Internal Server Error
            501 | {"error": {"message": "grammar is not implemented"}}
            200 | {"error": {"message": "tools are unsupported here", "code": 500}}
            """)
    void whatIsRefusedInWhateverWayIsAskedForInAnotherFormAndThatIsRemembered(int status, String body) {
        refuse(Set.of("schema"), status, body);
        assertThat(stances("It is good.", "It is bad.")).containsExactly(Stance.PRO, Stance.CON);
        assertThat(asked).contains("schema").endsWith("tool").doesNotContain("words");
        asked.clear();
        assertThat(stances("It is bad.", "It is worse.")).containsExactly(Stance.CON, Stance.CON);
        assertThat(asked).containsExactly("tool");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | {"error": {"message": "no"}}
            404 | {"error": {"message": "No endpoints found that support tool use"}}
            501 | {}
            """)
    void whereToolsAreRefusedTooWordsDo(int status, String body) {
        refuse(Set.of("schema", "tool"), status, body);
        assertThat(stances("It is good.", "It is bad.")).containsExactly(Stance.PRO, Stance.CON);
        assertThat(asked).endsWith("words");
        asked.clear();
        stances("It is bad.", "It is worse.");
        assertThat(asked).containsExactly("words");
    }

    @Test
    void anEndpointThatTakesNothingFailsAfterEveryForm() {
        refuse(Set.of("schema", "tool", "words"), 400, "{\"error\": {\"message\": \"no such thing\"}}");
        assertThatThrownBy(() -> stances("It is good.", "It is bad."))
                .isInstanceOf(JudgeException.class)
                .hasMessageContaining("no such thing");
        assertThat(asked).containsExactly("schema", "tool", "words");
    }

    @Test
    void anEndpointThatOnceTookAFormAndThenBreaksIsAskedNoOtherWay() {
        refuse(Set.of(), 200, "");
        stances("It is good.", "It is bad.");
        refuse(Set.of("schema"), 500, "out of memory");
        asked.clear();
        assertThatThrownBy(() -> stances("It is bad.", "It is worse."))
                .isInstanceOf(JudgeException.class)
                .hasMessageContaining("HTTP 500");
        assertThat(asked).containsOnly("schema");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void whatNoFormMendsIsAskedForInNone(int status) {
        refuse(Set.of("schema", "tool", "words"), status, "{\"error\": {\"message\": \"tools are for others\"}}");
        assertThatThrownBy(() -> stances("It is good.", "It is bad.")).isInstanceOf(JudgeException.class);
        assertThat(asked).containsOnly("schema");
    }
}
