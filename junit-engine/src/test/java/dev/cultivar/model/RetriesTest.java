package dev.cultivar.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cultivar.provider.ProviderException;
import java.time.Duration;
import java.util.stream.IntStream;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetriesTest {

    private static final int RETRIES = 100;

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws Exception {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ModelConnections impatient(int retries) {
        return Endpoints.open(Endpoints.with(Endpoints.openAi(server), 4, Duration.ofMillis(400), retries));
    }

    @Test
    void aRequestThatTimedOutAndWasSentAgainCountsAlthoughItIsNeverAnswered() {
        server.enqueue(Replies.slow(30));
        server.enqueue(Replies.slow(30));
        try (ModelConnections connections = impatient(1)) {
            assertThat(connections.retries()).isZero();
            assertThatThrownBy(() -> Endpoints.ask(connections))
                    .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(failure.kind())
                            .isEqualTo(ProviderException.Kind.TIMEOUT));
            assertThat(connections.retries()).isOne();
        }
    }

    @Test
    void aRequestThatWasAnsweredInTheEndCountsToo() {
        server.enqueue(Replies.slow(30));
        // On a busy machine a good answer may be late as well.
        IntStream.range(0, RETRIES).forEach(i -> server.enqueue(Replies.good()));
        try (ModelConnections connections = impatient(RETRIES)) {
            int attempts = Endpoints.ask(connections).attempts();
            assertThat(attempts).isGreaterThan(1);
            assertThat(connections.retries()).isEqualTo(attempts - 1);
        }
    }

    @Test
    void whatIsAnsweredAtOnceIsNoRetry() {
        server.enqueue(Replies.good());
        try (ModelConnections connections = Endpoints.open(Endpoints.openAi(server))) {
            Endpoints.ask(connections);
            assertThat(connections.retries()).isZero();
        }
    }
}
