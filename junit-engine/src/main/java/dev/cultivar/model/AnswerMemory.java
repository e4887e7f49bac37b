package dev.cultivar.model;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Knows answers that were given before, so that nothing is asked and paid twice. Safe for use by many threads. */
@FunctionalInterface
public interface AnswerMemory {

    /** Forgets everything. */
    AnswerMemory NONE = (request, version, sample, ask) -> ask.get();

    /**
     * The remembered answer, else the one that is asked for and remembered.
     *
     * @param request what the answer depends on; requests that are equal in all four have one answer
     * @param version versions of the sentences in it
     * @param sample which of several equal requests, at least 0
     * @param ask sends it; called at most once
     */
    CompletableFuture<Completion> complete(
            ChatRequest request, String version, int sample, Supplier<CompletableFuture<Completion>> ask);
}
