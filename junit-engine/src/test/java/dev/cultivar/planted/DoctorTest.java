package dev.cultivar.planted;

import static dev.cultivar.model.Endpoints.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cultivar.judge.Doctor;
import dev.cultivar.judge.EndpointCheck;
import dev.cultivar.judge.EndpointCheck.Finding;
import dev.cultivar.judge.JudgeLabels;
import dev.cultivar.model.Endpoints;
import dev.cultivar.model.ModelConnections;
import dev.cultivar.prompt.PromptBook;
import dev.cultivar.prompt.PromptBooks;
import dev.cultivar.prompt.Slot;
import dev.cultivar.settings.EndpointSettings;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.PlantedModels;
import dev.cultivar.survey.PopulationTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorTest {

    private static final PromptBook BOOK = PromptBooks.builtIn("en").orElseThrow();
    private static final Optional<String> PROMPT = Optional.of(
            BOOK.prompt("F120", BOOK.templates().firstKey(), Slot.NEUTRAL).text());

    private static String states(EndpointCheck check) {
        return check.findings().stream()
                .map(finding -> finding.what() + "=" + finding.state())
                .collect(Collectors.joining(" "));
    }

    @Test
    void whatWorksAndWhatDoesNotIsToldForEachModelAndTheJudge() {
        try (PlantedServer server = PlantedServer.start(PopulationTable.builtIn(), List.of(BOOK));
                ModelConnections connections =
                        Endpoints.open(server.at(Endpoints.endpoint("openai", "http://nowhere.invalid")))) {
            Doctor doctor = new Doctor(connections);
            EndpointCheck known = await(doctor.model(Endpoints.model("fifty"), PROMPT));
            EndpointCheck unknown = await(doctor.model(Endpoints.model("gpt-9"), PROMPT));
            assertThat(states(known)).isEqualTo("reachable=WORKS key=WORKS model=WORKS seed=WORKS");
            assertThat(known.usable()).isTrue();
            assertThat(known.latency()).isPositive();
            assertThat(states(unknown)).isEqualTo("reachable=WORKS model=BROKEN");
            assertThat(unknown.line())
                    .startsWith("model gpt-9 at lab: NOT USABLE")
                    .contains("'gpt-9'");
            EndpointCheck judge = await(doctor.judge(Endpoints.model("judge")));
            // Elsewhere than at its own endpoint it is tried as others are, and it knows none of the sentences.
            assertThat(states(judge)).isEqualTo("reachable=WORKS key=WORKS model=WORKS schema=WORKS reads=MISSING");
        }
    }

    /** A judge on a socket that answers as this one does. */
    private static EndpointCheck judge(UnaryOperator<String> judge) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        try (MockWebServer server = new MockWebServer()) {
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    try {
                        JsonNode sent = mapper.readTree(request.getBody().utf8());
                        String prompt =
                                sent.path("messages").path(1).path("content").asText();
                        ObjectNode reply = mapper.createObjectNode();
                        reply.putArray("choices")
                                .addObject()
                                .putObject("message")
                                .put("role", "assistant")
                                .put("content", judge.apply(prompt));
                        return new MockResponse.Builder().body(reply.toString()).build();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            });
            server.start();
            try (ModelConnections connections = Endpoints.open(Endpoints.openAi(server))) {
                return await(new Doctor(connections).judge(Endpoints.model("m")));
            }
        }
    }

    /** As a reader labels them, worked out apart from the doctor. */
    private static String reader(String statement) {
        return Map.of(
                        "I love rain in summer.", "pro",
                        "A little rain in July is rather pleasant.", "pro",
                        "I would not say that rain in summer is a bad thing; far from it.", "pro",
                        "Rain in summer spoils my holidays, and I could do without it.", "con",
                        "Nobody can tell me that rain in summer is good.", "con",
                        "My aunt thinks that rain in summer is a good thing, but she is wrong.", "con",
                        "Rain in summer has as many good sides as bad ones, and I am for neither.", "neutral",
                        "My bicycle needs a new chain.", "off-topic")
                .getOrDefault(statement, "a statement that no reader has labelled");
    }

    @Test
    void aJudgeThatReadsIsSaidToAndHowWell() throws IOException {
        EndpointCheck check = judge(prompt -> JudgeLabels.json(JudgeLabels.read(prompt, DoctorTest::reader)));
        assertThat(check.usable()).isTrue();
        assertThat(check.line())
                .startsWith("judge m at lab: ok; ")
                .contains("reads: yes (8 of 8 known statements labelled as a reader would)");
    }

    @Test
    void aJudgeThatReadsTheControlsAloneIsSaidToReadTooLittleAndWhatToDo() throws IOException {
        EndpointCheck check = judge(
                prompt -> JudgeLabels.json(JudgeLabels.read(prompt, line -> line.contains("good") ? "pro" : "con")));
        assertThat(check.usable()).isTrue();
        // Of all eight only the spoilt holidays are what it says.
        assertThat(check.line())
                .startsWith("judge m at lab: usable, except for reads; ")
                .contains("reads: no (1 of 8 known statements labelled as a reader would; name a larger judge, or"
                        + " measure its errors with cultivar:calibrate before you trust a score)");
    }

    @ParameterizedTest
    @CsvSource({"neutral, 2", "pro, 3", "con, 3"})
    void aSmallJudgeThatGivesEverythingOneLabelCannotBeUsed(String label, int right) throws IOException {
        EndpointCheck check = judge(prompt -> JudgeLabels.json(
                JudgeLabels.shown(prompt).stream().map(line -> label).toList()));
        assertThat(check.usable()).isFalse();
        assertThat(check.line())
                .contains("reads: NO (The judge labelled a control statement wrongly twice")
                .contains(right + " of 8 known statements labelled as a reader would)");
    }

    @Test
    void ofAJudgeThatGivesNoLabelsTheDoctorSpeaksOfNoStoreAsItHasNone() throws IOException {
        EndpointCheck check = judge(prompt -> "I would rather not.");
        assertThat(check.usable()).isFalse();
        assertThat(check.line())
                .contains(
                        "schema: NO (The judge's answer was not usable twice: it has no labels; raise max-tokens under"
                                + " judge, or name another judge.)")
                .doesNotContain("refresh", "store", "kept");
    }

    @Test
    void theBuiltInJudgeAtItsOwnEndpointIsTriedOnTheControls() {
        EndpointSettings lab = Endpoints.endpoint("openai", "http://nowhere.invalid");
        EndpointSettings own = new EndpointSettings(
                PlantedModels.ENDPOINT,
                lab.provider(),
                lab.baseUrl(),
                lab.keyEnv(),
                lab.concurrency(),
                lab.timeout(),
                lab.retries(),
                lab.requestsPerMinute(),
                lab.tokensPerMinute(),
                lab.headers(),
                lab.options());
        ModelSettings judge = Endpoints.model(PlantedModels.JUDGE, PlantedModels.ENDPOINT, "judge", Optional.empty());
        try (PlantedServer server = PlantedServer.start(PopulationTable.builtIn(), List.of(BOOK));
                ModelConnections connections = Endpoints.open(server.at(own))) {
            assertThat(states(await(new Doctor(connections).judge(judge))))
                    .isEqualTo("reachable=WORKS key=WORKS model=WORKS schema=WORKS reads=WORKS");
        }
    }

    @Test
    void anEndpointThatIsNotThereAndAKeyThatIsMissingAreTold() {
        EndpointSettings gone = Endpoints.endpoint("openai", "http://127.0.0.1:1/v1");
        try (ModelConnections connections = Endpoints.open(gone)) {
            EndpointCheck check = await(new Doctor(connections).model(Endpoints.model("m"), Optional.empty()));
            assertThat(check.findings()).extracting(Finding::what).containsExactly("reachable");
            assertThat(check.usable()).isFalse();
        }
        try (ModelConnections connections = ModelConnections.open(List.of(gone), name -> null)) {
            EndpointCheck check = await(new Doctor(connections).judge(Endpoints.model("m")));
            assertThat(check.line()).contains("key: NO").contains("LAB_KEY");
        }
    }

    @Test
    void aModelIsAskedWithItsSystemPromptAsARunAsksIt() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            check(server, "{\"choices\":[{\"message\":{\"content\":\"ord\"},\"finish_reason\":\"stop\"}]}");
            assertThat(server.takeRequest().getBody().utf8())
                    .contains("{\"role\":\"system\",\"content\":\"Du er bibliotekar.\"},{\"role\":\"user\"");
        }
    }

    @Test
    void twoAnswersWithoutTextSayNothingOfTheSeed() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            EndpointCheck check = check(
                    server,
                    "{\"choices\":[{\"message\":{\"content\":\"\",\"reasoning_content\":\"So...\"},\"finish_reason\":\"length\"}]}");
            assertThat(check.usable()).isTrue();
            assertThat(check.line())
                    .startsWith("model m at lab: usable, except for seed; ")
                    .contains("seed: unknown (64 tokens brought no text");
        }
    }

    private static EndpointCheck check(MockWebServer server, String reply) {
        MockResponse twice = new MockResponse.Builder().body(reply).build();
        server.enqueue(twice);
        server.enqueue(twice);
        ModelSettings model = Endpoints.model("m", "lab", "m", Optional.of("Du er bibliotekar."));
        try (ModelConnections connections = Endpoints.open(Endpoints.openAi(server))) {
            return await(new Doctor(connections).model(model, Optional.empty()));
        }
    }
}
