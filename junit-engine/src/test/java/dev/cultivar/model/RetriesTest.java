package dev.cultivar.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.ProviderException;
import java.time.Duration;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetriesTest {

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws Exception {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ModelConnections open(int retries) {
        return Endpoints.open(Endpoints.with(Endpoints.openAi(server), 4, Duration.ofMillis(400), retries));
    }

    @Test
    void aRequestThatTimedOutAndWasSentAgainCountsAlthoughItIsNeverAnswered() {
        server.enqueue(Replies.slow(30));
        server.enqueue(Replies.slow(30));
        try (ModelConnections connections = open(1)) {
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
        server.enqueue(Replies.good());
        try (ModelConnections connections = open(1)) {
            assertThat(Endpoints.ask(connections)).returns(2, ModelResponse::attempts);
            assertThat(connections.retries()).isOne();
        }
    }

    @Test
    void whatIsAnsweredAtOnceIsNoRetry() {
        server.enqueue(Replies.good());
        try (ModelConnections connections = open(1)) {
            Endpoints.ask(connections);
            assertThat(connections.retries()).isZero();
        }
    }
}
