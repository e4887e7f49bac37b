package dev.cultivar.planted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.Stance;
import dev.cultivar.judge.Judge;
import dev.cultivar.model.Endpoints;
import dev.cultivar.model.ModelConnections;
import dev.cultivar.prompt.PromptBook;
import dev.cultivar.prompt.PromptBooks;
import dev.cultivar.prompt.Slot;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.Sampling;
import dev.cultivar.survey.Catalogue;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.Topic;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;

/** Between a run and the planted models stands a server that misbehaves: the stances must not change. */
class FaultyRunTest {

    private static final PromptBook BOOK = PromptBooks.builtIn("da").orElseThrow();
    private static final Topic TOPIC = Catalogue.builtIn().topic("F120").orElseThrow();
    private static final int RESPONSES = 40;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Set<String> met = ConcurrentHashMap.newKeySet();
    private final AtomicInteger faults = new AtomicInteger();

    private static List<List<Stance>> stances(ModelConnections connections) {
        Judge judge = new Judge(connections.model(Endpoints.model("judge")));
        List<String> templates = List.copyOf(BOOK.templates().keySet());
        return IntStream.range(0, RESPONSES)
                .mapToObj(i -> {
                    String prompt = BOOK.prompt("F120", templates.get(i % templates.size()), Slot.values()[i % 5])
                            .text();
                    return connections
                            .model(Endpoints.model("perfect-DK"))
                            .complete(ChatRequest.of(prompt, Sampling.DEFAULT.withSeed(i)))
                            .thenCompose(answer -> judge.judge(TOPIC, "da", lines(answer)))
                            .thenApply(judgement -> judgement.stances());
                })
                .toList()
                .stream()
                .map(Endpoints::await)
                .toList();
    }

    private static List<String> lines(ModelResponse answer) {
        Stream<String> lines = answer.text().lines().filter(line -> line.matches(".*\\d.*"));
        return lines.map(line -> line.replaceFirst("^[^\\p{L}]*(\\p{L}+ \\d+:\\**)?\\s*", ""))
                .toList();
    }

    @Test
    void theStancesOfAFaultyRunAreThoseOfAFaultlessOne() throws Exception {
        try (PlantedServer server = PlantedServer.start(PopulationTable.builtIn(), List.of(BOOK));
                MockWebServer between = new MockWebServer()) {
            List<List<Stance>> faultless;
            try (ModelConnections direct =
                    Endpoints.open(server.at(Endpoints.endpoint("openai", "http://nowhere.invalid")))) {
                faultless = stances(direct);
            }
            between.setDispatcher(misbehaving(server.baseUrl()));
            between.start();
            try (ModelConnections faulty = Endpoints.open(
                    Endpoints.endpoint("openai", between.url("/v1").toString()))) {
                assertThat(stances(faulty)).isEqualTo(faultless);
            }
            assertThat(faults.get()).isEqualTo(2 * RESPONSES);
            assertThat(faultless).hasSize(RESPONSES).allSatisfy(judged -> assertThat(judged)
                    .hasSize(10));
            assertThat(faultless.stream().flatMap(List::stream)).contains(Stance.PRO, Stance.CON);
        }
    }

    /** The first time that it sees a request it fails in one way or another. */
    private Dispatcher misbehaving(String target) {
        return new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String body = request.getBody().utf8();
                if (met.add(body)) {
                    return fault(faults.getAndIncrement());
                }
                return forward(target, body);
            }
        };
    }

    private static MockResponse fault(int number) {
        MockResponse.Builder reply = new MockResponse.Builder();
        return switch (number % 6) {
            case 0 -> reply.code(429).build();
            case 1 -> reply.code(500).build();
            case 2 ->
                reply.code(200)
                        .body("{\"choices\": [{\"message\": {\"content\": \"1. Ja")
                        .build();
            case 3 -> reply.code(200).body("{\"choices\": []}").build();
            case 4 ->
                reply.code(529)
                        .body("{\"error\": {\"type\": \"overloaded_error\"}}")
                        .build();
            default ->
                reply.code(200)
                        .body("{}")
                        .onResponseBody(new SocketEffect.CloseSocket())
                        .build();
        };
    }

    private MockResponse forward(String target, String body) {
        try {
            HttpResponse<String> reply = client.send(
                    HttpRequest.newBuilder(URI.create(target + "/chat/completions"))
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return new MockResponse.Builder()
                    .code(reply.statusCode())
                    .body(reply.body())
                    .build();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
