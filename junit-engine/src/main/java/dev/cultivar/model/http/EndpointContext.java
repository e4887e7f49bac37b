package dev.cultivar.model.http;

import dev.cultivar.model.limits.Backoff;
import dev.cultivar.model.limits.EndpointScheduler;
import java.time.Duration;

/**
 * What all exchanges with one endpoint share.
 *
 * @param retries most further attempts of one request after failures that may pass
 * @param retryHorizon longest time to go on without one success while the endpoint throttles, and longest single wait
 */
record EndpointContext(
        HttpLink http,
        EndpointScheduler scheduler,
        Backoff backoff,
        int retries,
        Duration retryHorizon,
        SecretMask secrets,
        FailureReader failures,
        Reachability reachability) {}
