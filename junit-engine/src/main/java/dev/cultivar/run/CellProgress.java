package dev.cultivar.run;

import dev.cultivar.api.Outcome;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.ResponseRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Gathers the responses of one cell until all have ended. */
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

    int planned() {
        return planned;
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

    CellRecord record() {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        double sum = 0;
        int scored = 0;
        for (ResponseRecord response : responses()) {
            outcomes.merge(response.outcome(), 1, Integer::sum);
            if (response.outcome() == Outcome.SCORED) {
                sum += response.polarity();
                scored++;
            }
        }
        return new CellRecord(key, planned, outcomes, scored == 0 ? Double.NaN : sum / scored);
    }
}
