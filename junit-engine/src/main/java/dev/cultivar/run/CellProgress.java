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

/** Collects the responses of one cell until all those to be asked have ended. */
final class CellProgress {

    private final CellKey key;
    private final List<PlannedPrompt> prompts;
    private final KeptResponses responses;
    private final AtomicInteger ended = new AtomicInteger();
    private final CompletableFuture<CellRecord> done = new CompletableFuture<>();

    /**
     * A cell of which no response has ended yet.
     *
     * @param prompts the cell's prompts, in the plan's order
     * @param file file for its responses
     */
    CellProgress(CellKey key, List<PlannedPrompt> prompts, ResponsesFile file) {
        this.key = key;
        this.prompts = prompts;
        this.responses = new KeptResponses(file, key, prompts);
        if (prompts.isEmpty()) {
            done.complete(record());
        }
    }

    /** How many responses it will have; if asking stopped early, how many it has. */
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
        if (done.isCompletedExceptionally()) {
            // The run is being stopped, and what its calls end with says nothing about the model.
            return;
        }
        responses.keep(response);
        if (ended.incrementAndGet() == prompts.size()) {
            done.complete(record());
        }
    }

    /** Stops asking: the cell keeps the responses that it has. */
    void stop() {
        done.complete(record());
    }

    void fail(Throwable failure) {
        done.completeExceptionally(failure);
    }

    /** Its responses in the plan's order, whatever the order in which they ended, up to the first that has not ended. */
    List<ResponseRecord> responses() {
        return responses.first(isDone() ? ended.get() : responses.unbroken());
    }

    /** The responses of looks that are finished. */
    List<ResponseRecord> whole(LookPlan looks) {
        int ended = responses.unbroken();
        return responses.first(
                looks.upTo().stream().filter(upTo -> upTo <= ended).reduce(0, Math::max));
    }

    private CellRecord record() {
        return CellRecord.of(key, responses.first(ended.get()));
    }
}
