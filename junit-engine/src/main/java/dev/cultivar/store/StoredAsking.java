package dev.cultivar.store;

import dev.cultivar.io.Futures;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.settings.StoreMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks through a store: answers in the store are not asked for, new answers are stored before they are used, and requests that somebody
 * else has already sent are waited for. Blocks no thread. Closing it does not close the store.
 */
// Stages only pass a result on to finish(); nothing waits for the stages themselves.
@SuppressWarnings("FutureReturnValueIgnored")
public final class StoredAsking {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final ResponseStore store;
    private final StoreMode mode;
    private final Supplier<Instant> notBefore;
    private final Map<String, CompletableFuture<Answer>> inFlight = new ConcurrentHashMap<>();
    private final Set<String> recorded = ConcurrentHashMap.newKeySet();

    /** @param notBefore older answers are asked for again, or refused in a mode that asks nobody */
    public StoredAsking(ResponseStore store, StoreMode mode, Supplier<Instant> notBefore) {
        this.store = store;
        this.mode = mode;
        this.notBefore = notBefore;
    }

    /**
     * Answers a request from the store, or asks and stores the answer.
     *
     * @param ask sends the request; called at most once, and never in {@link StoreMode#REPLAY}
     * @return completes with the answer to use once it is durable, or exceptionally with the failure of {@code ask} or a
     *     {@link StoreException}. Cancelling it cancels the call in flight
     */
    public CompletableFuture<Answer> complete(StoreKey key, Supplier<CompletableFuture<ModelResponse>> ask) {
        CompletableFuture<Answer> result = new CompletableFuture<>();
        CompletableFuture<Answer> other = inFlight.putIfAbsent(key.hash(), result);
        if (other != null) {
            // Cancelling a copy does not cancel the request that somebody else has sent.
            return other.copy();
        }
        // A caller that cancels completes the future without passing through finish().
        result.whenComplete((response, failure) -> inFlight.remove(key.hash(), result));
        try {
            switch (mode) {
                case REPLAY -> replay(key, result);
                case REFRESH -> ask(key, ask, result, true);
                case LIVE, RECORD -> claim(key, ask, result);
            }
        } catch (RuntimeException e) {
            finish(key, result, null, e);
        }
        return result;
    }

    /** Hashes of the answers that this run used, in {@link StoreMode#RECORD}; empty in other modes. */
    public Set<String> recorded() {
        return Set.copyOf(recorded);
    }

    private void replay(StoreKey key, CompletableFuture<Answer> result) {
        Optional<StoredEntry> stored = store.entry(key);
        if (stored.isPresent() && stored.get().isSince(notBefore.get())) {
            finish(key, result, new Answer(stored.get().response(), stored.get().stored()), null);
            return;
        }
        if (stored.isPresent()) {
            finish(
                    key,
                    result,
                    null,
                    new StoreException("replay found an answer of " + key.model() + " of "
                            + stored.get().stored() + ", and cultivar.store.maxAge allows none from before "
                            + notBefore.get() + "; ask for it again with -Dcultivar.mode=record, or raise the age"));
            return;
        }
        String name = key.hash().substring(0, 12);
        finish(
                key,
                result,
                null,
                new StoreException("replay found no stored answer of " + key.model() + " (key " + name + "…): prompts,"
                        + " settings or seed differ from the recorded run; record it with -Dcultivar.mode=record"));
    }

    private void claim(StoreKey key, Supplier<CompletableFuture<ModelResponse>> ask, CompletableFuture<Answer> result) {
        if (result.isDone()) {
            return;
        }
        store.claim(key, notBefore.get()).whenComplete((claim, failure) -> {
            if (failure != null) {
                finish(key, result, null, Futures.cause(failure));
            } else if (claim instanceof Claim.Stored stored) {
                finish(key, result, new Answer(stored.response(), stored.stored()), null);
            } else if (claim instanceof Claim.Taken) {
                CompletableFuture.delayedExecutor(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)
                        .execute(() -> claim(key, ask, result));
            } else if (result.isDone()) {
                store.release(key);
            } else {
                ask(key, ask, result, false);
            }
        });
    }

    private void ask(
            StoreKey key,
            Supplier<CompletableFuture<ModelResponse>> ask,
            CompletableFuture<Answer> result,
            boolean replacing) {
        CompletableFuture<ModelResponse> asking = started(ask);
        result.whenComplete((response, failure) -> {
            if (result.isCancelled()) {
                asking.cancel(true);
            }
        });
        asking.whenComplete((response, failure) -> {
            if (failure != null || response == null) {
                giveUp(key, failure, result, replacing);
            } else {
                CompletableFuture<ModelResponse> durable =
                        replacing ? store.replace(key, response) : store.put(key, response, notBefore.get());
                durable.whenComplete((stored, broken) ->
                        finish(key, result, stored == null ? null : new Answer(stored, Instant.now()), broken));
            }
        });
    }

    private void giveUp(
            StoreKey key, @Nullable Throwable failure, CompletableFuture<Answer> result, boolean replacing) {
        Throwable why = failure == null
                ? new StoreException("the endpoint completed without an answer")
                : Futures.cause(failure);
        if (replacing) {
            finish(key, result, null, why);
        } else {
            store.release(key).whenComplete((done, broken) -> finish(key, result, null, why));
        }
    }

    private static CompletableFuture<ModelResponse> started(Supplier<CompletableFuture<ModelResponse>> ask) {
        try {
            return ask.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Removes the request from the map first, so that anyone who asks again after completion finds the store and not this future. */
    private void finish(
            StoreKey key, CompletableFuture<Answer> result, @Nullable Answer answer, @Nullable Throwable failure) {
        inFlight.remove(key.hash(), result);
        if (answer == null || failure != null) {
            result.completeExceptionally(
                    failure == null
                            ? new StoreException("the store completed without an answer")
                            : Futures.cause(failure));
            return;
        }
        if (mode == StoreMode.RECORD && key.kind() != StoreKey.Kind.CANARY) {
            recorded.add(key.hash());
        }
        result.complete(answer);
    }
}
