package dev.cultivar.provider;

import java.util.concurrent.CompletableFuture;
import org.apiguardian.api.API;

/** A model behind an endpoint. Safe for use by many threads; no thread waits while a request is in flight. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface ChatModel {

    /**
     * Sends a request within the endpoint's limits on concurrency and rate, using its retries and deadline.
     *
     * @param request what to ask
     * @return completes with the response, or exceptionally with a {@link ProviderException}; cancelling it cancels
     *     the call in flight
     */
    CompletableFuture<ModelResponse> complete(ChatRequest request);
}
