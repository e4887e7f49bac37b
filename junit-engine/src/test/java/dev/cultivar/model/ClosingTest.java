package dev.cultivar.model;

import static dev.cultivar.model.Endpoints.await;
import static dev.cultivar.model.Endpoints.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cultivar.provider.ChatModel;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.ProviderException.Kind;
import dev.cultivar.provider.Sampling;
import dev.cultivar.settings.EndpointSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What closing connections does to calls in flight and to those that wait. */
class ClosingTest extends AgainstEndpoint {

    @Test
    void closingCancelsWhatIsInFlight() {
        server.enqueue(new MockResponse.Builder()
                .code(200)
                .headersDelay(30, TimeUnit.SECONDS)
                .build());
        ModelConnections connections = Endpoints.open(Endpoints.openAi(server));
        var waiting = connections.model(model("m")).complete(ChatRequest.of("What?", Sampling.DEFAULT));
        connections.close();
        assertThatThrownBy(() -> await(waiting))
                .isInstanceOf(ProviderException.class)
                .extracting("kind")
                .isEqualTo(Kind.CANCELLED);
    }

    @Test
    @Timeout(60)
    void closingSendsNothingOfWhatWaits() throws InterruptedException {
        CountDownLatch inFlight = new CountDownLatch(2);
        CountDownLatch released = answeredOnce(server, inFlight);
        ModelConnections connections =
                Endpoints.open(Endpoints.with(Endpoints.openAi(server), 2, Duration.ofMinutes(10), 0));
        ChatModel asked = connections.model(model("m"));
        List<CompletableFuture<ModelResponse>> waiting = IntStream.range(0, 1_000)
                .mapToObj(i -> asked.complete(ChatRequest.of("What?", Sampling.DEFAULT)))
                .toList();
        inFlight.await();

        connections.close();

        assertThat(waiting).allSatisfy(response -> assertThat(response).isCompletedExceptionally());
        while (connections.inFlight().requests() > 0) {
            Thread.onSpinWait();
        }
        released.countDown();
        assertThat(server.getRequestCount()).isEqualTo(2);
        assertThat(waiting.stream().mapToInt(ClosingTest::attempts).sum())
                .as("nobody pays for what was not sent")
                .isEqualTo(2);
    }

    @Test
    @Timeout(60)
    void closingSendsNothingAtOneEndpointWhileAnotherIsClosed() throws Exception {
        try (MockWebServer bench = new MockWebServer()) {
            CountDownLatch inFlight = new CountDownLatch(2);
            CountDownLatch atLab = answeredOnce(server, inFlight);
            CountDownLatch atBench = answeredOnce(bench, inFlight);
            bench.start();
            ModelConnections connections = ModelConnections.open(
                    List.of(oneAtATime("lab", server), oneAtATime("bench", bench)), Endpoints.environment());
            List<CompletableFuture<ModelResponse>> sent = askBoth(connections);
            List<CompletableFuture<ModelResponse>> waiting = askBoth(connections);
            inFlight.await();
            // The call that is ended first lets the other be answered, before that one's endpoint is closed.
            AtomicBoolean first = new AtomicBoolean(true);
            AtomicInteger left = new AtomicInteger();
            BiConsumer<CountDownLatch, CompletableFuture<ModelResponse>> meanwhile = (answer, other) -> {
                if (first.compareAndSet(true, false)) {
                    answer.countDown();
                    left.set(other.thenApply(response -> connections.inFlight().requests())
                            .join());
                }
            };
            sent.get(0).whenComplete((response, failure) -> meanwhile.accept(atBench, sent.get(1)));
            sent.get(1).whenComplete((response, failure) -> meanwhile.accept(atLab, sent.get(0)));

            connections.close();

            assertThat(left).as("calls in flight, which were two").hasValue(1);
            assertThat(waiting).allSatisfy(response -> assertThat(response).isCompletedExceptionally());
            atLab.countDown();
            atBench.countDown();
        }
    }

    /** Answers once somebody counts down what is returned. */
    private static CountDownLatch answeredOnce(MockWebServer at, CountDownLatch inFlight) {
        CountDownLatch released = new CountDownLatch(1);
        at.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                inFlight.countDown();
                released.await();
                return Replies.good();
            }
        });
        return released;
    }

    private static EndpointSettings oneAtATime(String name, MockWebServer at) {
        EndpointSettings base = Endpoints.openAi(at);
        return new EndpointSettings(
                name,
                base.provider(),
                base.baseUrl(),
                base.keyEnv(),
                1,
                Duration.ofMinutes(10),
                0,
                base.requestsPerMinute(),
                base.tokensPerMinute(),
                base.headers(),
                base.options());
    }

    private static List<CompletableFuture<ModelResponse>> askBoth(ModelConnections connections) {
        return Stream.of("lab", "bench")
                .map(name -> connections
                        .model(model("m", name, "m", Optional.empty()))
                        .complete(ChatRequest.of("What?", Sampling.DEFAULT)))
                .toList();
    }

    private static int attempts(CompletableFuture<ModelResponse> ended) {
        return catchThrowableOfType(ProviderException.class, () -> await(ended)).attempts();
    }
}
