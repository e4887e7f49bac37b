package dev.cultivar.model;

import static dev.cultivar.model.Endpoints.KEY;
import static dev.cultivar.model.Endpoints.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.settings.EndpointSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests of one endpoint on a socket of its own. */
public abstract class AgainstEndpoint {

    public final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws Exception {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    final EndpointSettings endpoint() {
        return endpoint(server);
    }

    EndpointSettings endpoint(MockWebServer at) {
        return Endpoints.openAi(at);
    }

    void enqueue(int times, MockResponse reply) {
        IntStream.range(0, times).forEach(i -> server.enqueue(reply));
    }

    ProviderException failure(EndpointSettings endpoint) {
        try (ModelConnections connections = Endpoints.open(endpoint)) {
            ProviderException failure = catchThrowableOfType(ProviderException.class, () -> ask(connections));
            assertThat(failure).isNotNull();
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).doesNotContain(KEY);
            assertThat(failure.getMessage()).startsWith("Endpoint lab: ").hasLineCount(1);
            return failure;
        }
    }

    ModelResponse answer(EndpointSettings endpoint) {
        try (ModelConnections connections = Endpoints.open(endpoint)) {
            return ask(connections);
        }
    }
}
