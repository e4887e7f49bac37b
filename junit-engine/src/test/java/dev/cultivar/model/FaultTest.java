package dev.cultivar.model;

import static dev.cultivar.model.Endpoints.KEY;
import static dev.cultivar.model.Endpoints.ask;
import static dev.cultivar.model.Endpoints.await;
import static dev.cultivar.model.Endpoints.model;
import static dev.cultivar.model.Replies.BODY;
import static dev.cultivar.model.Replies.error;
import static dev.cultivar.model.Replies.good;
import static dev.cultivar.model.Replies.json;
import static dev.cultivar.model.Replies.throttled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cultivar.model.http.WireJson;
import dev.cultivar.provider.ChatModel;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.ProviderException.Kind;
import dev.cultivar.provider.Sampling;
import dev.cultivar.settings.EndpointSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Endpoints that throttle, refuse or are not there: what the user sees, and that a fault that passes leaves no trace. */
class FaultTest extends AgainstEndpoint {

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 529})
    void aServerErrorThatPassesLeavesNoTraceAndOneThatStaysIsNamed(int status) {
        server.enqueue(error(status, "overloaded"));
        enqueue(1, good());
        assertThat(answer(endpoint())).returns("fine", ModelResponse::text).returns(2, ModelResponse::attempts);

        enqueue(3, error(status, "overloaded"));
        ProviderException failure = failure(endpoint());
        assertThat(failure.kind()).isEqualTo(Kind.SERVER);
        assertThat(failure).hasMessageContaining("HTTP " + status).hasMessageContaining("overloaded (3 attempts)");
        assertThat(server.getRequestCount()).isEqualTo(5);
    }

    @Test
    void throttlingIsWaitedOutHoweverOftenAndDoesNotCountAsFailure() {
        enqueue(9, throttled());
        server.enqueue(good());
        assertThat(answer(endpoint())).returns("fine", ModelResponse::text).returns(10, ModelResponse::attempts);
    }

    @Test
    void retryAfterInSecondsIsHonoured() {
        assertThat(waitAfter(throttled("retry-after", "1"))).isGreaterThanOrEqualTo(Duration.ofMillis(1000));
    }

    @Test
    void retryAfterAsADateIsHonoured() {
        // A date has whole seconds.
        Instant soon = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.SECONDS);
        waitAfter(throttled("retry-after", DateTimeFormatter.RFC_1123_DATE_TIME.format(soon.atOffset(ZoneOffset.UTC))));
        assertThat(Instant.now()).isAfterOrEqualTo(soon);
    }

    @Test
    void aWindowThatIsUsedUpIsWaitedFor() {
        assertThat(waitAfter(throttled("x-ratelimit-remaining-requests", "0", "x-ratelimit-reset-requests", "800ms")))
                .isGreaterThanOrEqualTo(Duration.ofMillis(800));
    }

    /**
     * How long after this reply the request came again: at least that long, as the time is taken before the reply is sent and after the
     * other request has come. Never an upper bound, which load would break.
     */
    private Duration waitAfter(MockResponse reply) {
        List<Long> asked = new CopyOnWriteArrayList<>();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                asked.add(System.nanoTime());
                return asked.size() == 1 ? reply : good();
            }
        });
        answer(endpoint());
        assertThat(asked).hasSize(2);
        return Duration.ofNanos(asked.get(1) - asked.get(0));
    }

    @Test
    void throttlingThatOutlastsPatienceIsNamed() {
        enqueue(50, throttled());
        ProviderException failure = failure(Endpoints.with(endpoint(), Map.of("patience", "0.02s")));
        assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMIT);
        assertThat(failure)
                .hasMessageContaining("HTTP 429, rate_limit_exceeded")
                .hasMessageContaining("Rate limit reached");
    }

    @Test
    void aWaitBeyondPatienceIsNotWaited() {
        server.enqueue(throttled("retry-after", "86400"));
        assertThat(failure(endpoint()).kind()).isEqualTo(Kind.RATE_LIMIT);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void anEmptyPurseIsNotWaitedFor() {
        server.enqueue(json(429, "{\"error\": {\"message\": \"You exceeded\", \"code\": \"insufficient_quota\"}}")
                .build());
        ProviderException failure = failure(endpoint());
        assertThat(failure.kind()).isEqualTo(Kind.KEY);
        assertThat(failure).hasMessageContaining("LAB_KEY").hasMessageContaining("insufficient_quota");
    }

    @Test
    void aRefusedKeyNamesItsVariableAndNotItself() {
        server.enqueue(error(401, "Incorrect API key provided: " + KEY));
        ProviderException failure = failure(endpoint());
        assertThat(failure.kind()).isEqualTo(Kind.KEY);
        assertThat(failure).hasMessageContaining("refuses the key in LAB_KEY (HTTP 401");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aKeyInTheEndpointsOwnWordsIsPaintedOver() {
        server.enqueue(error(400, "bad header Bearer " + KEY));
        assertThat(failure(endpoint())).hasMessageContaining("bad header Bearer [secret]");
    }

    @Test
    void anUnknownModelIsNamedAtOnce() {
        server.enqueue(error(404, "The model 'm' does not exist"));
        ProviderException failure = failure(endpoint());
        assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure).hasMessageContaining("/v1/chat/completions: The model 'm' does not exist");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aRefusedConnectionIsNamed() {
        try (SilentPort port = SilentPort.any()) {
            ProviderException failure = failure(nobody(port));
            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failure)
                    .hasMessageContaining(
                            "cannot be reached at " + nobody(port).baseUrl().orElseThrow() + "/chat/completions")
                    .hasMessageContaining("3 attempts in ");
        }
    }

    @Test
    void whereNobodyEverAnsweredTheOtherRequestsAreNotTriedAndAllAreToldTheSame() {
        try (SilentPort port = SilentPort.any()) {
            List<String> said = failures(nobody(port), 40);

            assertThat(said).hasSize(40).containsOnly(said.get(0));
            assertThat(said.get(0))
                    .startsWith("Endpoint lab: cannot be reached at ")
                    .contains("3 attempts in ");
        }
    }

    @Test
    @Timeout(60)
    void whoAnsweredOnceIsTriedBeyondTheRetries() throws IOException {
        try (MockWebServer once = atAPortOfItsOwn();
                ModelConnections connections = answeredOnce(once, "600s");
                SilentPort port = SilentPort.of(once.getPort())) {
            CompletableFuture<ModelResponse> asked =
                    connections.model(model("m")).complete(ChatRequest.of("What?", Sampling.DEFAULT));
            while (connections.retries() <= 2 * endpoint().retries()) {
                assertThat(asked).as("at port %s", port.number()).isNotDone();
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void whoAnsweredOnceIsGivenUpWherePatienceEnds() throws IOException {
        try (MockWebServer once = atAPortOfItsOwn();
                ModelConnections connections = answeredOnce(once, "0.5s");
                SilentPort port = SilentPort.of(once.getPort())) {
            ProviderException first = catchThrowableOfType(ProviderException.class, () -> ask(connections));
            assertThat(first.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(first.reason()).contains(":" + port.number() + "/v1/");
            Matcher seconds = Pattern.compile(" attempts in (\\d+\\.\\d) s").matcher(first.reason());
            assertThat(seconds.find()).as(first.reason()).isTrue();
            assertThat(Double.parseDouble(seconds.group(1))).isGreaterThanOrEqualTo(0.5);
            assertThatThrownBy(() -> ask(connections)).hasMessage(first.getMessage());
        }
    }

    /** A server whose port can be had as soon as it is closed, although its connections are still ending. */
    private static MockWebServer atAPortOfItsOwn() throws IOException {
        MockWebServer once = new MockWebServer();
        int port;
        try (SilentPort free = SilentPort.any()) {
            port = free.number();
        }
        once.start(port);
        return once;
    }

    /** Connections to a server that has answered and is closed. */
    private ModelConnections answeredOnce(MockWebServer once, String patience) {
        once.enqueue(good());
        ModelConnections connections = Endpoints.open(Endpoints.with(endpoint(once), Map.of("patience", patience)));
        assertThat(ask(connections).text()).isEqualTo("fine");
        once.close();
        return connections;
    }

    private static EndpointSettings nobody(SilentPort port) {
        return Endpoints.endpoint("openai", "http://127.0.0.1:" + port.number() + "/v1");
    }

    private static List<String> failures(EndpointSettings endpoint, int requests) {
        try (ModelConnections connections = Endpoints.open(endpoint)) {
            ChatModel model = connections.model(model("m"));
            List<CompletableFuture<ModelResponse>> asked = new ArrayList<>();
            for (int i = 0; i < requests; i++) {
                asked.add(model.complete(ChatRequest.of(String.valueOf(i), Sampling.DEFAULT)));
            }
            return asked.stream()
                    .map(answer -> answer.handle((response, failure) -> String.valueOf(failure.getMessage()))
                            .join())
                    .toList();
        }
    }

    /** Every prompt meets a fault at first; each answer must be that of a run without faults. */
    @Test
    void aRunFullOfFaultsEndsWithTheAnswersOfAFaultlessOne() {
        List<MockResponse> faults = List.of(
                throttled(),
                error(500, "x"),
                error(503, "x"),
                json(200, "{\"choices\": [").build(),
                json(200, "{\"choices\": []}").build(),
                json(200, BODY.formatted("wrong"))
                        .onResponseBody(new SocketEffect.CloseSocket())
                        .build(),
                json(200, "{\"error\": {\"message\": \"x\"}}").build(),
                throttled("retry-after", "0"),
                error(529, "x"),
                new MockResponse.Builder().code(200).body("<html>").build());
        Map<String, AtomicInteger> seen = new ConcurrentHashMap<>();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String prompt = prompt(request);
                int before =
                        seen.computeIfAbsent(prompt, p -> new AtomicInteger()).getAndIncrement();
                return before == 0 ? faults.get(Integer.parseInt(prompt) % faults.size()) : good("answer " + prompt);
            }
        });
        List<CompletableFuture<ModelResponse>> asked = new ArrayList<>();
        try (ModelConnections connections = Endpoints.open(Endpoints.with(endpoint(), 8, Duration.ofSeconds(20), 2))) {
            ChatModel model = connections.model(model("m"));
            for (int i = 0; i < 120; i++) {
                asked.add(model.complete(ChatRequest.of(String.valueOf(i), Sampling.DEFAULT)));
            }
            Iterator<Integer> number = IntStream.range(0, 120).iterator();
            asked.forEach(answer -> assertThat(await(answer).text()).isEqualTo("answer " + number.next()));
        }
        assertThat(seen).hasSize(120).allSatisfy((prompt, count) -> assertThat(count.get())
                .isLessThanOrEqualTo(3));
    }

    private static String prompt(RecordedRequest request) {
        try {
            return WireJson.MAPPER
                    .readTree(request.getBody().utf8())
                    .path("messages")
                    .path(0)
                    .path("content")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
