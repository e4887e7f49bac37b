package dev.cultivar.model;

import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.ModelResponse;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Knows answers that were given before, so that nothing is asked and paid twice. Safe for use by many threads. */
@FunctionalInterface
public interface ResponseMemory {

    /** Forgets everything. */
    ResponseMemory NONE = (request, version, sample, ask) -> ask.get();

    /**
     * The remembered answer, else the one that is asked for and remembered.
     *
     * @param request what the answer depends on; requests that are equal in all four have one answer
     * @param version versions of the sentences in it
     * @param sample which of several equal requests, at least 0
     * @param ask sends it; called at most once
     */
    CompletableFuture<ModelResponse> complete(
            ChatRequest request, String version, int sample, Supplier<CompletableFuture<ModelResponse>> ask);
}
