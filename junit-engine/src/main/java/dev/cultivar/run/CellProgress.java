package dev.cultivar.run;

import dev.cultivar.prompt.LookPlan;
import dev.cultivar.prompt.PlannedPrompt;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.KeptResponses;
import dev.cultivar.run.response.ResponseRecord;
import dev.cultivar.run.response.ResponsesFile;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Gathers the responses of one cell until all that are to be asked have ended. */
final class CellProgress {

    private final CellKey key;
    private final List<PlannedPrompt> prompts;
    private final KeptResponses responses;
    private final AtomicInteger ended = new AtomicInteger();
    private final CompletableFuture<CellRecord> done = new CompletableFuture<>();

    /**
     * Nothing has ended.
     *
     * @param prompts those of the cell, in the plan's order
     * @param file where its responses go
     */
    CellProgress(CellKey key, List<PlannedPrompt> prompts, ResponsesFile file) {
        this.key = key;
        this.prompts = prompts;
        this.responses = new KeptResponses(file, key, prompts);
        if (prompts.isEmpty()) {
            done.complete(record());
        }
    }

    /** How many responses it will have; where it was asked no more before all were, how many it has. */
    int planned() {
        return isDone() ? ended.get() : prompts.size();
    }

    /** Whether every response has ended. */
    boolean isDone() {
        return done.isDone() && !done.isCompletedExceptionally();
    }

    CellKey key() {
        return key;
    }

    List<PlannedPrompt> prompts() {
        return prompts;
    }

    CompletableFuture<CellRecord> done() {
        return done;
    }

    void add(ResponseRecord response) {
        responses.keep(response);
        if (ended.incrementAndGet() == prompts.size()) {
            done.complete(record());
        }
    }

    /** Asked no more: what it has is all that it will have. */
    void stop() {
        done.complete(record());
    }

    void fail(Throwable failure) {
        done.completeExceptionally(failure);
    }

    /** In the plan's order, whatever the order in which they ended: those before the first that has not. */
    List<ResponseRecord> responses() {
        return responses.first(isDone() ? ended.get() : responses.unbroken());
    }

    /** Those of the looks of which every response has ended. */
    List<ResponseRecord> whole(LookPlan looks) {
        int ended = responses.unbroken();
        return responses.first(
                looks.upTo().stream().filter(upTo -> upTo <= ended).reduce(0, Math::max));
    }

    private CellRecord record() {
        return CellRecord.of(key, responses.first(ended.get()));
    }
}
