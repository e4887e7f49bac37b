package dev.cultivar.model.limits;

import static dev.cultivar.model.Endpoints.await;
import static dev.cultivar.model.Endpoints.model;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.model.Endpoints;
import dev.cultivar.model.ModelConnections;
import dev.cultivar.model.Replies;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.Sampling;
import dev.cultivar.settings.EndpointSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class EndpointSchedulerTest {

    private final MockWebServer server = new MockWebServer();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @BeforeEach
    void start() throws Exception {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                try {
                    Thread.sleep(5);
                    return Replies.good();
                } finally {
                    underWay.decrementAndGet();
                }
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private EndpointSettings endpoint(int concurrency) {
        return Endpoints.with(Endpoints.openAi(server), concurrency, Duration.ofSeconds(20), 0);
    }

    private static List<CompletableFuture<ModelResponse>> ask(ModelConnections connections, String... models) {
        List<CompletableFuture<ModelResponse>> asked = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            asked.add(connections
                    .model(model(models[i % models.length]))
                    .complete(ChatRequest.of("What?", Sampling.DEFAULT)));
        }
        return asked;
    }

    @Test
    void modelsOfOneEndpointShareItsConcurrency() {
        try (ModelConnections connections = Endpoints.open(endpoint(3))) {
            ask(connections, "a", "b", "c")
                    .forEach(answer -> assertThat(await(answer).text()).isEqualTo("fine"));
        }
        assertThat(most.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void runsOfOneJvmShareTheEndpointsConcurrency() {
        try (ModelConnections one = Endpoints.open(endpoint(2));
                ModelConnections other = Endpoints.open(endpoint(2))) {
            List<CompletableFuture<ModelResponse>> asked = ask(one, "a");
            asked.addAll(ask(other, "a"));
            asked.forEach(answer -> assertThat(await(answer).text()).isEqualTo("fine"));
        }
        assertThat(most.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void aCancelledCallGivesItsPlaceBack() {
        try (ModelConnections connections = Endpoints.open(endpoint(1))) {
            List<CompletableFuture<ModelResponse>> asked = ask(connections, "a");
            asked.subList(0, 29).forEach(call -> call.cancel(true));
            assertThat(await(asked.get(29)).text()).isEqualTo("fine");
        }
    }

    @Test
    void closingOneRunLeavesAnotherItsPlaces() {
        ModelConnections closed = Endpoints.open(endpoint(1));
        try (ModelConnections open = Endpoints.open(endpoint(1))) {
            List<CompletableFuture<ModelResponse>> abandoned = ask(closed, "a");
            List<CompletableFuture<ModelResponse>> asked = ask(open, "a");
            closed.close();
            assertThat(abandoned).allMatch(CompletableFuture::isDone);
            asked.forEach(answer -> assertThat(await(answer).text()).isEqualTo("fine"));
        }
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_20, disabledReason = "later ones wait in virtual threads")
    void aWaitingRequestHoldsNoThreadAndACallUnderWayHoldsOne() throws InterruptedException {
        assertThat(threadsThatWait(128)).isEqualTo(128);
    }

    @Test
    void ofMoreCallsUnderWayNoneHoldsAThread() throws InterruptedException {
        assertThat(threadsThatWait(512)).isLessThan(10);
    }

    /** How many threads there are for so many calls under way, and more that wait for their turn. */
    private long threadsThatWait(int concurrency) throws InterruptedException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        CountDownLatch arrived = new CountDownLatch(concurrency);
        CountDownLatch released = new CountDownLatch(1);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                arrived.countDown();
                released.await();
                return Replies.good();
            }
        });
        // The endpoint answers once all have been counted, however long that takes; before that it resets some
        // connections, as it lets fifty wait to be accepted.
        EndpointSettings patient = Endpoints.with(endpoint(concurrency), concurrency, Duration.ofMinutes(10), 1000);
        try (ModelConnections connections = Endpoints.open(patient)) {
            List<CompletableFuture<ModelResponse>> asked = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                asked.add(connections.model(model("m")).complete(ChatRequest.of("What?", Sampling.DEFAULT)));
            }
            assertThat(arrived.await(5, TimeUnit.MINUTES)).isTrue();

            long threads = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> !before.contains(thread))
                    .map(Thread::getName)
                    .filter(name -> name.startsWith("OkHttp " + server.url("/")) || name.startsWith("cultivar-http-"))
                    .count();

            released.countDown();
            asked.forEach(answer -> assertThat(await(answer).text()).isEqualTo("fine"));
            return threads;
        } finally {
            released.countDown();
        }
    }
}
