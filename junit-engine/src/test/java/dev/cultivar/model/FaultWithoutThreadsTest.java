package dev.cultivar.model;

import dev.cultivar.settings.EndpointSettings;
import org.junit.jupiter.api.Nested;

/** The same faults where more calls may be under way than there should be threads. */
class FaultWithoutThreadsTest {

    private static final int CALLS = 512;

    @Nested
    class Faults extends FaultTest {
        @Override
        EndpointSettings endpoint() {
            return withoutThreads(super.endpoint());
        }
    }

    @Nested
    class BrokenAnswers extends BrokenAnswerTest {
        @Override
        EndpointSettings endpoint() {
            return withoutThreads(super.endpoint());
        }
    }

    private static EndpointSettings withoutThreads(EndpointSettings endpoint) {
        return Endpoints.with(endpoint, CALLS, endpoint.timeout(), endpoint.retries());
    }
}
