package dev.cultivar.model;

import dev.cultivar.settings.EndpointSettings;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Nested;

/** The same faults where more calls may be under way than there should be threads. */
class FaultWithoutThreadsTest {

    private static final int CALLS = 512;

    @Nested
    class Faults extends FaultTest {
        @Override
        EndpointSettings endpoint(MockWebServer at) {
            return withoutThreads(super.endpoint(at));
        }
    }

    @Nested
    class BrokenAnswers extends BrokenAnswerTest {
        @Override
        EndpointSettings endpoint(MockWebServer at) {
            return withoutThreads(super.endpoint(at));
        }
    }

    private static EndpointSettings withoutThreads(EndpointSettings endpoint) {
        return Endpoints.with(endpoint, CALLS, endpoint.timeout(), endpoint.retries());
    }
}
