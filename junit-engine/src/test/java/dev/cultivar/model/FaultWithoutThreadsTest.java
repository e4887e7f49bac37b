package dev.cultivar.model;

import dev.cultivar.settings.EndpointSettings;

/** The same faults where more calls may be under way than there should be threads. */
class FaultWithoutThreadsTest extends FaultTest {

    private static final int CALLS = 512;

    @Override
    EndpointSettings endpoint() {
        EndpointSettings endpoint = super.endpoint();
        return Endpoints.with(endpoint, CALLS, endpoint.timeout(), endpoint.retries());
    }
}
