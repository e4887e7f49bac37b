package dev.cultivar.model;

import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.ModelResponse;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Holds earlier responses, so that nothing is asked and paid twice. Safe for use by many threads. */
@FunctionalInterface
public interface ResponseMemory {

    /** Holds nothing. */
    ResponseMemory NONE = (request, version, sample, ask) -> ask.get();

    /**
     * The response that is held, else the one that is asked for and held from then on.
     *
     * @param request what the response depends on; requests that are equal in all of request, version and sample
     *     have one response
     * @param version versions of the sentences in it
     * @param sample which of several equal requests, at least 0
     * @param ask sends it; called at most once
     */
    CompletableFuture<ModelResponse> complete(
            ChatRequest request, String version, int sample, Supplier<CompletableFuture<ModelResponse>> ask);
}
