package dev.cultivar.model;

import dev.cultivar.model.ProviderException.Kind;
import dev.cultivar.settings.ModelSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/** One request and its attempts, from the queue to the answer. No thread waits for it. */
final class Exchange {

    private final EndpointLink link;
    private final Protocol protocol;
    private final ModelSettings model;
    private final Map<String, String> headers;
    private final WireRequest wire;
    private final CallQueue queue;
    private final CompletableFuture<Completion> result = new CompletableFuture<>();
    private volatile @Nullable Call call;
    private int attempts;

    private Exchange(
            EndpointLink link, Protocol protocol, ModelSettings model, Map<String, String> headers, WireRequest wire) {
        this.link = link;
        this.protocol = protocol;
        this.model = model;
        this.headers = headers;
        this.wire = wire;
        this.queue = link.queue(model.wireName());
    }

    static CompletableFuture<Completion> start(
            EndpointLink link,
            Protocol protocol,
            ModelSettings model,
            Map<String, String> headers,
            ChatRequest request) {
        WireRequest wire;
        try {
            wire = protocol.write(model.wireName(), EffectiveSampling.of(model, request));
        } catch (ProviderException e) {
            return CompletableFuture.failedFuture(
                    link.failure(e.kind(), HttpErrors.oneLine(String.valueOf(e.getMessage())), e));
        }
        Exchange exchange = new Exchange(link, protocol, model, headers, wire);
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
            queue.submit(this::attempt);
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

    /** Runs with a place in the queue, and gives it back whatever happens. */
    private void attempt() {
        if (result.isDone()) {
            queue.release();
            return;
        }
        attempts++;
        long sent = System.nanoTime();
        try {
            call = link.http().send(wire, headers, (reply, reason) -> {
                queue.release();
                received(reply, reason, Duration.ofNanos(System.nanoTime() - sent));
            });
        } catch (IllegalArgumentException e) {
            queue.release();
            result.completeExceptionally(
                    link.failure(Kind.NOT_FOUND, "its base-url, a header or the model's name is not usable", null));
        }
        if (result.isDone()) {
            Call current = call;
            if (current != null) {
                current.cancel();
            }
        }
    }

    private void received(@Nullable WireReply reply, @Nullable IOException reason, Duration latency) {
        if (result.isDone()) {
            return;
        }
        try {
            if (reply == null) {
                settle(Failures.of(link, reason, attempts));
            } else if (reply.status() / 100 == 2) {
                succeed(reply, latency);
            } else {
                settle(Failures.of(link, model.wireName(), protocol, reply, attempts));
            }
        } catch (RuntimeException defect) {
            // A protocol's defect must not leave the future open for ever.
            result.completeExceptionally(defect);
        }
    }

    private void succeed(WireReply reply, Duration latency) {
        Answer answer;
        try {
            answer = link.secrets().hide(protocol.read(reply));
        } catch (ProviderException e) {
            settle(Failures.of(link, model.wireName(), e, attempts));
            return;
        }
        result.complete(new Completion(
                answer.text(),
                answer.toolArguments(),
                answer.finish(),
                answer.usage(),
                answer.reportedModel(),
                answer.fingerprint(),
                latency,
                attempts));
    }

    private void settle(Failures.Failure failure) {
        if (!failure.mayPass() || attempts > link.settings().retries()) {
            result.completeExceptionally(failure.exception());
            return;
        }
        Duration wait = link.backoff().after(attempts).plus(failure.pause());
        link.after(wait.toNanos()).execute(() -> queue.submit(this::attempt));
    }
}
