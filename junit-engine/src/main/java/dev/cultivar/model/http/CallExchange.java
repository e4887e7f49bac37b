package dev.cultivar.model.http;

import dev.cultivar.model.limits.DelayTimer;
import dev.cultivar.model.limits.EndpointScheduler;
import dev.cultivar.model.limits.QueuedCall;
import dev.cultivar.model.limits.TokenEstimate;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.ParsedResponse;
import dev.cultivar.provider.Protocol;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.ProviderException.Kind;
import dev.cultivar.provider.WireRequest;
import dev.cultivar.provider.WireResponse;
import dev.cultivar.settings.ModelSettings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/** One request and its attempts, from the queue to the answer. No thread waits for it. */
final class CallExchange implements QueuedCall {

    /** Unavailable, and what some providers answer when overloaded. */
    private static final Set<Integer> OVERLOAD = Set.of(503, 529);

    private final EndpointLink link;
    private final Protocol protocol;
    private final Map<String, String> headers;
    private final WireRequest wire;
    private final String name;
    private final long tokens;
    private final CompletableFuture<ModelResponse> result = new CompletableFuture<>();
    private volatile @Nullable Call call;
    private int attempts;
    private int failed;

    private CallExchange(
            EndpointLink link,
            Protocol protocol,
            ModelSettings model,
            Map<String, String> headers,
            WireRequest wire,
            long tokens) {
        this.link = link;
        this.protocol = protocol;
        this.headers = headers;
        this.wire = wire;
        this.name = model.wireName();
        this.tokens = tokens;
    }

    static CompletableFuture<ModelResponse> start(
            EndpointLink link,
            Protocol protocol,
            ModelSettings model,
            Map<String, String> headers,
            ChatRequest request) {
        ChatRequest effective = EffectiveSampling.of(model, request);
        WireRequest wire;
        try {
            wire = protocol.write(model.wireName(), effective);
        } catch (ProviderException e) {
            return CompletableFuture.failedFuture(
                    link.failure(e.kind(), HttpErrors.oneLine(String.valueOf(e.getMessage())), e));
        }
        CallExchange exchange = new CallExchange(link, protocol, model, headers, wire, TokenEstimate.of(effective));
        exchange.begin();
        return exchange.result;
    }

    private void begin() {
        var unused = result.whenComplete((completion, failure) -> {
            link.forget(this);
            Call current = call;
            if (result.isCancelled() && current != null) {
                current.cancel();
            }
        });
        if (link.register(this)) {
            link.admission().enter(name, this);
        } else {
            cancelled();
        }
    }

    void cancelled() {
        result.completeExceptionally(link.failure(Kind.CANCELLED, "the run was cancelled", null));
        Call current = call;
        if (current != null) {
            current.cancel();
        }
    }

    @Override
    public boolean dead() {
        return result.isDone();
    }

    @Override
    public long tokens() {
        return tokens;
    }

    /** Runs with a place under way, and gives it back whatever happens. */
    @Override
    public void start() {
        if (result.isDone()) {
            link.admission().ended(name);
            return;
        }
        Optional<String> unreachable = link.unreachable();
        if (unreachable.isPresent()) {
            link.admission().ended(name);
            notTried(unreachable.get());
            return;
        }
        attempts++;
        long sent = System.nanoTime();
        try {
            call = link.http()
                    .send(
                            wire,
                            headers,
                            (reply, reason) -> received(
                                    sent, reply == null ? null : link.secrets().hide(reply), reason));
        } catch (IllegalArgumentException e) {
            link.admission().ended(name);
            result.completeExceptionally(
                    link.failure(Kind.NOT_FOUND, "its base-url, a header or the model's name is not usable", null));
            return;
        }
        Call current = call;
        if (result.isDone() && current != null) {
            current.cancel();
        }
    }

    private void notTried(String why) {
        result.completeExceptionally(link.failure(
                Kind.CONNECTION,
                why + "; no request of this run got there, so the others were not tried. Check base-url, then run"
                        + " cultivar:doctor.",
                null));
    }

    private void received(long sent, @Nullable WireResponse reply, @Nullable IOException reason) {
        if (result.isDone()) {
            link.admission().ended(name);
            return;
        }
        if (reply != null) {
            link.answered();
        }
        Attempt attempt;
        try {
            attempt = read(reply, reason);
        } catch (RuntimeException defect) {
            // A protocol's defect must not leave the future open for ever.
            link.admission().ended(name);
            result.completeExceptionally(defect);
            return;
        }
        FailureReader.Failure failure = attempt.failure();
        if (failure == null) {
            succeed(sent, Objects.requireNonNull(reply), Objects.requireNonNull(attempt.answer()));
        } else {
            settle(sent, reply, reason, failure);
        }
    }

    /** What an attempt came to; exactly one is there. */
    private record Attempt(@Nullable ParsedResponse answer, FailureReader.@Nullable Failure failure) {}

    private Attempt read(@Nullable WireResponse reply, @Nullable IOException reason) {
        if (reply == null) {
            return new Attempt(null, FailureReader.of(link, reason, attempts));
        }
        if (reply.status() / 100 != 2) {
            Optional<ParsedResponse> filtered = protocol.filtered(reply);
            if (filtered.isPresent()) {
                return new Attempt(filtered.get(), null);
            }
            return new Attempt(null, FailureReader.of(link, name, protocol, reply, attempts));
        }
        try {
            return new Attempt(link.secrets().hide(protocol.read(reply)), null);
        } catch (ProviderException e) {
            return new Attempt(null, FailureReader.of(link, name, e, attempts));
        }
    }

    private void succeed(long sent, WireResponse reply, ParsedResponse answer) {
        Duration latency = Duration.ofNanos(System.nanoTime() - sent);
        Duration pause = ThrottleHints.usedUp(reply, Instant.now());
        link.admission().succeeded(name, pause.compareTo(link.options().patience()) > 0 ? Duration.ZERO : pause);
        if (answer.usage().total() > 0) {
            link.admission().spent(tokens, answer.usage().total());
        }
        result.complete(new ModelResponse(
                answer.text(),
                answer.toolArguments(),
                answer.finish(),
                answer.usage(),
                answer.reportedModel(),
                answer.fingerprint(),
                latency,
                attempts));
    }

    private void settle(
            long sent, @Nullable WireResponse reply, @Nullable IOException reason, FailureReader.Failure failure) {
        EndpointScheduler admission = link.admission();
        Duration patience = link.options().patience();
        Kind kind = failure.exception().kind();
        if (kind == Kind.RATE_LIMIT) {
            // Throttling is no fault of the request, so it is borne as long as patience lasts instead of counted.
            if (!admission.throttled(name, this, sent, failure.pause(), patience)) {
                result.completeExceptionally(failure.exception());
            }
            return;
        }
        if (reply != null && OVERLOAD.contains(reply.status())) {
            admission.overloaded(name, sent);
        } else {
            admission.ended(name);
        }
        failed++;
        Duration wait = longer(link.backoff().after(failed), failure.pause());
        if (!failure.mayPass() || failed > link.settings().retries() || wait.compareTo(patience) > 0) {
            if (failed > 1 && FailureReader.nobodyThere(reason)) {
                link.nobody(FailureReader.broken(reason));
            }
            result.completeExceptionally(failure.exception());
            return;
        }
        DelayTimer.SHARED.after(wait.toNanos(), () -> admission.enter(name, this));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
