package dev.cultivar.model.http;

import dev.cultivar.model.limits.DelayTimer;
import dev.cultivar.model.limits.TokenEstimate;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.ModelConfig;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.ParsedResponse;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.ProviderException.Kind;
import dev.cultivar.provider.WireResponse;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks a model by a call in this JVM. Each call runs in its own thread, which ends with the call or is interrupted at the deadline. */
final class CallOperation implements Operation<ModelResponse> {

    /** One thread per call; the endpoint's queue limits the number. */
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "cultivar-call");
        thread.setDaemon(true);
        return thread;
    });

    /** Signals that the call has ended; its outcome is kept in this object. */
    private static final WireResponse ENDED = new WireResponse(200, Map.of(), new byte[0]);

    private final Function<ChatRequest, ParsedResponse> call;
    private final String model;
    private final String entry;
    private final ChatRequest given;
    private final ChatRequest request;
    private final RepeatRule rule;
    private final FailureReader failures;
    private final SecretMask secrets;
    private volatile @Nullable ParsedResponse response;
    private volatile @Nullable Throwable failure;

    CallOperation(
            Function<ChatRequest, ParsedResponse> call,
            ModelConfig model,
            ChatRequest request,
            RepeatRule rule,
            FailureReader failures,
            SecretMask secrets) {
        this.call = call;
        this.model = model.wireName();
        this.entry = model.name();
        this.given = request;
        this.rule = rule;
        this.request = model.complete(request);
        this.failures = failures;
        this.secrets = secrets;
    }

    @Override
    public String queue() {
        return model;
    }

    @Override
    public String address() {
        return "";
    }

    @Override
    public long tokens() {
        return TokenEstimate.of(request);
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public Optional<RuntimeException> againstRepeating(ProviderException last) {
        return rule.against(entry, given, last);
    }

    @Override
    public Runnable send(HttpLink http, ReplyReceiver receiver) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        Future<?> running = THREADS.submit(() -> {
            ParsedResponse came = null;
            Throwable broke = null;
            try {
                came = call.apply(request);
            } catch (Throwable e) {
                // Anything that a user's code throws ends this attempt, but not the thread that waits for it.
                broke = e;
            }
            if (end.complete(null)) {
                response = came;
                failure = broke;
                receiver.accept(ENDED, null);
            }
        });
        Runnable giveUp = () -> {
            if (end.complete(null)) {
                running.cancel(true);
                receiver.accept(null, new InterruptedIOException("the call was given up"));
            }
        };
        var unused = end.thenRun(DelayTimer.SHARED.after(http.deadline().toNanos(), giveUp));
        return giveUp;
    }

    @Override
    public Attempt<ModelResponse> read(WireResponse ended, Duration latency, int attempts) {
        ParsedResponse came = response;
        return came == null
                ? Attempt.failed(failures.unusable(model, address(), exception(failure), attempts))
                : ChatOperation.succeeded(secrets.hide(came), latency, attempts, Collections.emptySortedSet());
    }

    private static ProviderException exception(@Nullable Throwable failure) {
        if (failure instanceof ProviderException known) {
            return known;
        }
        return failure == null
                ? new ProviderException(Kind.PROTOCOL, "it returned nothing")
                : new ProviderException(Kind.SERVER, "it failed: " + failure, failure);
    }
}
