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

    /** The stored answer with its date. Only reads, so it also works for a store that cannot be written. */
    Optional<StoredEntry> entry(StoreKey key);

    /** The stored answer, whenever it was stored. */
    default Optional<ModelResponse> find(StoreKey key) {
        return entry(key).map(StoredEntry::response);
    }

    /** The stored answers to several requests, by the hash of their keys. */
    Map<String, StoredEntry> entries(Collection<StoreKey> keys);

    /**
     * Records that a run begins. If an equal run began less than a day ago and either stopped before its end or is still working on
     * another machine, this one continues it.
     *
     * @param run name of the run, the same for all that ask the same things; at most 64 characters
     */
    RunStart begin(String run);

    /** Records that a run has ended; the next one with this name starts afresh. */
    void end(String run);

    /**
     * Asks who answers a request. A claim is renewed while this process lives, and is void as soon as it does not.
     *
     * @param notBefore ignores answers that were stored earlier
     */
    CompletableFuture<Claim> claim(StoreKey key, Instant notBefore);

    /** The same, with no limit on an answer's age. */
    default CompletableFuture<Claim> claim(StoreKey key) {
        return claim(key, Instant.EPOCH);
    }

    /** Releases a claim without an answer. */
    CompletableFuture<Void> release(StoreKey key);

    /**
     * Stores an answer and releases the claim.
     *
     * @param notBefore replaces an answer that was stored earlier
     * @return completes when the answer is durable, with the answer to use: one that was stored since {@code notBefore} wins
     */
    CompletableFuture<ModelResponse> put(StoreKey key, ModelResponse response, Instant notBefore);

    /** The same, but any answer already in the store wins. */
    default CompletableFuture<ModelResponse> put(StoreKey key, ModelResponse response) {
        return put(key, response, Instant.EPOCH);
    }

    /** Stores an answer in place of any other; completes when it is durable. */
    CompletableFuture<ModelResponse> replace(StoreKey key, ModelResponse response);

    /** Stores an entry from another store with its date, unless there is one already; completes with the answer to use. */
    CompletableFuture<ModelResponse> restore(StoredEntry entry);

    /** Passes every entry to the reader, ordered by hash. */
    void scan(Consumer<StoredEntry> reader);

    StoreStats stats();

    /**
     * Deletes what was stored before a moment.
     *
     * @return how many answers
     */
    long removeStoredBefore(Instant moment);

    /**
     * Deletes answers that no run has used since a moment; times of use are accurate to the hour.
     *
     * @return how many answers
     */
    long removeUnusedSince(Instant moment);

    /** Finishes what was submitted, and releases all claims. */
    @Override
    void close();
}
