package dev.cultivar.model.http;

import dev.cultivar.model.limits.DelayTimer;
import dev.cultivar.model.limits.EndpointScheduler;
import dev.cultivar.model.limits.QueuedCall;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.ProviderException.Kind;
import dev.cultivar.provider.WireResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One operation and its attempts, from the queue to the result. Blocks no thread.
 *
 * @param <T> the result
 */
final class CallExchange<T> implements QueuedCall {

    /** Unavailable, and what some providers answer when overloaded. */
    private static final Set<Integer> OVERLOAD = Set.of(503, 529);

    /** Caps the wait so that an endpoint without a connection is tried every few seconds, for half a minute. */
    private static final int MOST_DOUBLINGS = 4;

    private final EndpointContext endpoint;
    private final Operation<T> operation;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private volatile @Nullable Runnable cancel;
    private int attempts;
    private int failed;
    private boolean ending;
    /** How the attempt ended that the next one repeats; null if nothing was sent in it. */
    private @Nullable ProviderException inVain;

    CallExchange(EndpointContext endpoint, Operation<T> operation) {
        this.endpoint = endpoint;
        this.operation = operation;
    }

    /** Completes with the result or exceptionally; cancelling it cancels the call in flight. */
    CompletableFuture<T> result() {
        return result;
    }

    /** Joins the endpoint's queue. */
    void begin() {
        var unused = result.whenComplete((value, failure) -> {
            if (result.isCancelled()) {
                stop();
            }
        });
        endpoint.scheduler().enter(operation.queue(), this);
    }

    /** Ends the result, so that nothing is sent any more; a call in flight goes on. */
    void fail() {
        result.completeExceptionally(endpoint.failures().cancelled(lastAttempt()));
    }

    /** Makes no more attempts; returns how many there were. */
    private synchronized int lastAttempt() {
        ending = true;
        return attempts;
    }

    /** Counts an attempt, unless nobody wants one any more. */
    private synchronized boolean nextAttempt() {
        if (ending || abandoned()) {
            return false;
        }
        attempts++;
        return true;
    }

    /** Ends the call in flight, if there is one. */
    void stop() {
        Runnable current = cancel;
        if (current != null) {
            current.run();
        }
    }

    @Override
    public boolean abandoned() {
        return result.isDone() || endpoint.closed().get();
    }

    @Override
    public long tokens() {
        return operation.tokens();
    }

    /** Runs with a permit and always gives it back. */
    @Override
    public void start() {
        Optional<String> unreachable = endpoint.reachability().givenUp();
        if (unreachable.isPresent() && !result.isDone()) {
            refuse(endpoint.failures().failure(Kind.UNREACHABLE, unreachable.get(), null));
            return;
        }
        if (!nextAttempt()) {
            endpoint.scheduler().ended(operation.queue());
            return;
        }
        Optional<RuntimeException> refusal = refusal();
        if (refusal.isPresent()) {
            refuse(refusal.get());
            return;
        }
        if (attempts > 1) {
            endpoint.scheduler().countRetry();
        }
        long sent = System.nanoTime();
        try {
            cancel = operation.send(endpoint.http(), (response, reason) -> receive(sent, response, reason));
        } catch (IllegalArgumentException e) {
            refuse(endpoint.failures()
                    .failure(Kind.NOT_FOUND, "its base-url, a header or the model's name is not usable", null));
            return;
        } catch (RuntimeException | Error defect) {
            // Such as a machine that gives no more threads: it must not leave the future open for ever.
            refuse(defect);
            return;
        }
        if (result.isDone()) {
            stop();
        }
    }

    /** Why nothing may be sent after an attempt in which something was sent in vain. */
    private Optional<RuntimeException> refusal() {
        ProviderException before = inVain;
        inVain = null;
        return before == null ? Optional.empty() : operation.againstRepeating(before);
    }

    @Override
    public void refuse(Throwable why) {
        try {
            endpoint.scheduler().ended(operation.queue());
        } finally {
            result.completeExceptionally(why);
        }
    }

    private void receive(long sent, @Nullable WireResponse received, @Nullable IOException reason) {
        if (result.isDone()) {
            endpoint.scheduler().ended(operation.queue());
            return;
        }
        @Nullable WireResponse response;
        Operation.Attempt<T> attempt;
        Duration pause;
        try {
            response = received == null ? null : endpoint.secrets().hide(received);
            attempt = read(sent, response, reason);
            pause = response == null ? Duration.ZERO : ThrottleHints.untilRefilled(response, Instant.now());
        } catch (RuntimeException | Error defect) {
            // A protocol's defect must not leave the future open for ever.
            refuse(defect);
            return;
        }
        FailureReader.Failure failure = attempt.failure();
        if (failure == null) {
            succeed(Objects.requireNonNull(attempt.value()), attempt.tokens(), pause);
        } else {
            settle(sent, response, reason, failure);
        }
    }

    private Operation.Attempt<T> read(long sent, @Nullable WireResponse response, @Nullable IOException reason) {
        if (response == null) {
            return Operation.Attempt.failed(endpoint.failures().unanswered(operation.address(), reason, attempts));
        }
        endpoint.reachability().recordConnection();
        return operation.read(response, Duration.ofNanos(System.nanoTime() - sent), attempts);
    }

    private void succeed(T value, long tokens, Duration pause) {
        endpoint.scheduler()
                .succeeded(operation.queue(), pause.compareTo(endpoint.retryHorizon()) > 0 ? Duration.ZERO : pause);
        if (tokens > 0) {
            endpoint.scheduler().correct(operation.tokens(), tokens);
        }
        result.complete(value);
    }

    private void settle(
            long sent, @Nullable WireResponse response, @Nullable IOException reason, FailureReader.Failure failure) {
        EndpointScheduler scheduler = endpoint.scheduler();
        Duration horizon = endpoint.retryHorizon();
        if (failure.exception().kind() == Kind.RATE_LIMIT) {
            // Throttling is not the request's fault and means that it was not carried out, so wait without counting a
            // failure.
            if (!scheduler.throttled(operation.queue(), this, sent, failure.pause(), horizon)) {
                result.completeExceptionally(failure.exception());
            }
            return;
        }
        failed++;
        boolean absent = FailureReader.isUnreachable(reason);
        boolean hopes = absent && endpoint.reachability().recordAbsence(System.nanoTime());
        // Nothing was sent, so another attempt costs nothing. Cap the wait: the endpoint may be back soon.
        Duration wait =
                longer(endpoint.backoff().after(hopes ? Math.min(failed, MOST_DOUBLINGS) : failed), failure.pause());
        boolean repeats = hopes
                || (failure.mayPass()
                        && operation.repeatable()
                        && failed <= endpoint.retries()
                        && wait.compareTo(horizon) <= 0);
        ProviderException last = failure.exception();
        if (absent && !repeats) {
            // Do this before the permit passes to another call, which then need not try.
            String why = endpoint.reachability()
                    .giveUp(endpoint.failures()
                            .absence(
                                    operation.address(),
                                    reason,
                                    endpoint.reachability().absentFor(System.nanoTime()),
                                    attempts));
            last = endpoint.failures().failure(Kind.UNREACHABLE, why, reason);
        }
        if (response != null && OVERLOAD.contains(response.status())) {
            scheduler.overloaded(operation.queue(), sent);
        } else {
            scheduler.ended(operation.queue());
        }
        if (repeats) {
            inVain = absent ? null : last;
            DelayTimer.SHARED.after(wait.toNanos(), () -> scheduler.enter(operation.queue(), this));
        } else {
            result.completeExceptionally(last);
        }
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
