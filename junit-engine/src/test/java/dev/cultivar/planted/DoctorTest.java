package dev.cultivar.planted;

import static dev.cultivar.model.Endpoints.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.judge.Doctor;
import dev.cultivar.judge.EndpointCheck;
import dev.cultivar.judge.EndpointCheck.Finding;
import dev.cultivar.model.Endpoints;
import dev.cultivar.model.ModelConnections;
import dev.cultivar.prompt.PromptBook;
import dev.cultivar.prompt.PromptBooks;
import dev.cultivar.prompt.Slot;
import dev.cultivar.settings.EndpointSettings;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.survey.PopulationTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;

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
            List<EndpointCheck> checks =
                    await(doctor.models(List.of(Endpoints.model("fifty"), Endpoints.model("gpt-9")), PROMPT));
            assertThat(states(checks.get(0))).isEqualTo("reachable=WORKS key=WORKS model=WORKS seed=WORKS");
            assertThat(checks.get(0).usable()).isTrue();
            assertThat(checks.get(0).latency()).isPositive();
            assertThat(states(checks.get(1))).isEqualTo("reachable=WORKS model=BROKEN");
            assertThat(checks.get(1).line())
                    .startsWith("model gpt-9 at lab: NOT USABLE")
                    .contains("'gpt-9'");
            EndpointCheck judge = await(doctor.judge(Endpoints.model("judge")));
            assertThat(states(judge)).isEqualTo("reachable=WORKS key=WORKS model=WORKS schema=WORKS reads=WORKS");
        }
    }

    @Test
    void anEndpointThatIsNotThereAndAKeyThatIsMissingAreTold() {
        EndpointSettings gone = Endpoints.endpoint("openai", "http://127.0.0.1:1/v1");
        try (ModelConnections connections = Endpoints.open(gone)) {
            EndpointCheck check = await(new Doctor(connections).models(List.of(Endpoints.model("m")), Optional.empty()))
                    .get(0);
            assertThat(check.findings()).extracting(Finding::what).containsExactly("reachable");
            assertThat(check.usable()).isFalse();
        }
        try (ModelConnections connections = ModelConnections.open(List.of(gone), name -> null)) {
            EndpointCheck check = await(new Doctor(connections).judge(Endpoints.model("m")));
            assertThat(check.line()).contains("key NO").contains("LAB_KEY");
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
            assertThat(check.line()).contains("seed no (cannot be told, as 64 tokens brought no text");
        }
    }

    private static EndpointCheck check(MockWebServer server, String reply) {
        MockResponse twice = new MockResponse.Builder().body(reply).build();
        server.enqueue(twice);
        server.enqueue(twice);
        ModelSettings plain = Endpoints.model("m");
        ModelSettings model = new ModelSettings(
                plain.name(),
                plain.endpoint(),
                plain.wireName(),
                plain.family(),
                plain.temperature(),
                plain.topP(),
                plain.maxTokens(),
                plain.sendSeed(),
                plain.extraBody(),
                plain.capability(),
                plain.price(),
                Optional.of("Du er bibliotekar."),
                plain.reasoning(),
                plain.baseline());
        try (ModelConnections connections = Endpoints.open(Endpoints.openAi(server))) {
            return await(new Doctor(connections).models(List.of(model), Optional.empty()))
                    .get(0);
        }
    }
}
