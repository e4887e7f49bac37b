package dev.cultivar.run;

import dev.cultivar.api.Outcome;
import dev.cultivar.prompt.LookPlan;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.ResponseRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Gathers the responses of one cell until all that are to be asked have ended. */
final class CellProgress {

    private final CellKey key;
    private final int planned;
    private final List<ResponseRecord> responses = new ArrayList<>();
    private final CompletableFuture<CellRecord> done = new CompletableFuture<>();

    CellProgress(CellKey key, int planned) {
        this.key = key;
        this.planned = planned;
        if (planned == 0) {
            done.complete(record());
        }
    }

    /** How many responses it will have; where it was asked no more before all were, how many it has. */
    int planned() {
        synchronized (responses) {
            return isDone() ? responses.size() : planned;
        }
    }

    /** Whether every response has ended. */
    boolean isDone() {
        return done.isDone() && !done.isCompletedExceptionally();
    }

    /** Adds the responses that have ended. */
    void count(Map<Outcome, Integer> outcomes) {
        synchronized (responses) {
            responses.forEach(response -> outcomes.merge(response.outcome(), 1, Integer::sum));
        }
    }

    CellKey key() {
        return key;
    }

    CompletableFuture<CellRecord> done() {
        return done;
    }

    void add(ResponseRecord response) {
        boolean last;
        synchronized (responses) {
            responses.add(response);
            last = responses.size() == planned;
        }
        if (last) {
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

    /** In the plan's order, whatever the order in which they ended. */
    List<ResponseRecord> responses() {
        synchronized (responses) {
            return responses.stream()
                    .sorted(Comparator.comparingInt(ResponseRecord::sample))
                    .toList();
        }
    }

    /** Those of the looks of which every response has ended. */
    List<ResponseRecord> whole(LookPlan looks) {
        List<ResponseRecord> all = responses();
        int whole = 0;
        while (whole < all.size() && all.get(whole).sample() == whole) {
            whole++;
        }
        int ended = whole;
        return all.subList(
                0, looks.upTo().stream().filter(upTo -> upTo <= ended).reduce(0, Math::max));
    }

    private CellRecord record() {
        return CellRecord.of(key, responses());
    }
}
