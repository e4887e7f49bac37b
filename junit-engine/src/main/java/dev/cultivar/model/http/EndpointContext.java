package dev.cultivar.model.http;

import dev.cultivar.model.limits.Backoff;
import dev.cultivar.model.limits.EndpointScheduler;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What all exchanges with one endpoint share.
 *
 * @param retries the most retries of one request after failures that may be temporary
 * @param retryHorizon how long to keep trying without a success while the endpoint throttles; also the longest single wait
 * @param closed whether nothing more may be sent
 */
record EndpointContext(
        HttpLink http,
        EndpointScheduler scheduler,
        Backoff backoff,
        int retries,
        Duration retryHorizon,
        SecretMask secrets,
        FailureReader failures,
        Reachability reachability,
        AtomicBoolean closed) {}
