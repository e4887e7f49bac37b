package dev.cultivar.model;

import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.ModelResponse;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Keeps earlier responses, so that no request is sent and paid for twice. Safe for use by many threads. */
@FunctionalInterface
public interface ResponseMemory {

    /** Keeps nothing. */
    ResponseMemory NONE = (request, version, sample, ask) -> ask.get();

    /**
     * Returns the stored response, or sends the request and stores its response.
     *
     * @param request what the response depends on; requests with the same request, version and sample share one response
     * @param version versions of the sentences in the request
     * @param sample which of several equal requests, at least 0
     * @param ask sends the request; called at most once
     */
    CompletableFuture<ModelResponse> complete(
            ChatRequest request, String version, int sample, Supplier<CompletableFuture<ModelResponse>> ask);
}
