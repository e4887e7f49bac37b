package dev.cultivar.store;

import dev.cultivar.provider.ModelResponse;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Every answer that was paid for, by what was asked. Safe for use by many threads and, unless it is in memory, by
 * several processes at once. Futures complete on a pool, exceptionally with a {@link StoreException}.
 */
public interface ResponseStore extends AutoCloseable {

    /** The stored answer with its date. Reads only, so that it also serves a store that cannot be written. */
    Optional<StoredEntry> entry(StoreKey key);

    /** The stored answer, whenever it was stored. */
    default Optional<ModelResponse> find(StoreKey key) {
        return entry(key).map(StoredEntry::response);
    }

    /** The stored answers to several requests, by the hash of their keys. */
    Map<String, StoredEntry> entries(Collection<StoreKey> keys);

    /**
     * Notes that a run begins. Where an equal one began less than a day ago and was broken off before it ended, or is at work on another
     * machine, this one goes on with it.
     *
     * @param run name of the run, the same for all that ask the same; at most 64 characters
     */
    RunStart begin(String run);

    /** Notes that a run has ended: the next one of this name begins anew. */
    void end(String run);

    /**
     * Asks who answers a request. A claim is renewed while this process lives, and void as soon as it does not.
     *
     * @param notBefore what was stored before it counts as not there
     */
    CompletableFuture<Claim> claim(StoreKey key, Instant notBefore);

    /** The same whenever an answer was stored. */
    default CompletableFuture<Claim> claim(StoreKey key) {
        return claim(key, Instant.EPOCH);
    }

    /** Gives up a claim without an answer. */
    CompletableFuture<Void> release(StoreKey key);

    /**
     * Stores an answer and gives up the claim.
     *
     * @param notBefore an answer that was stored before it is replaced
     * @return completes once the answer is durable, with the answer that counts: one that was stored since then wins
     */
    CompletableFuture<ModelResponse> put(StoreKey key, ModelResponse response, Instant notBefore);

    /** The same where any answer that is there wins. */
    default CompletableFuture<ModelResponse> put(StoreKey key, ModelResponse response) {
        return put(key, response, Instant.EPOCH);
    }

    /** Stores an answer in place of any other; completes once it is durable. */
    CompletableFuture<ModelResponse> replace(StoreKey key, ModelResponse response);

    /**
     * Stores an entry of another store with its date, unless there is one already; completes with the one that counts.
     */
    CompletableFuture<ModelResponse> restore(StoredEntry entry);

    /** Hands out every entry, ordered by hash. */
    void scan(Consumer<StoredEntry> reader);

    StoreStats stats();

    /**
     * Deletes what was stored before a moment.
     *
     * @return how many answers
     */
    long removeStoredBefore(Instant moment);

    /**
     * Deletes what no run has used since a moment; uses are kept to the hour.
     *
     * @return how many answers
     */
    long removeUnusedSince(Instant moment);

    /** Finishes what was handed in, and gives up all claims. */
    @Override
    void close();
}
