package dev.cultivar.model.http;

import dev.cultivar.io.Futures;
import dev.cultivar.model.limits.DelayTimer;
import dev.cultivar.provider.WireRequest;
import dev.cultivar.provider.WireResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The way to an endpoint for more calls than there should be threads, where the JVM has no virtual ones: the JDK's own client, on few
 * threads. It knows no SOCKS proxies, and more streams than a server allows on one HTTP/2 connection make it fail: it goes no way through
 * a proxy, and speaks HTTP/1.1.
 */
final class DirectLink {

    /** What the JDK's client sends of its own and lets nobody else set. */
    private static final Set<String> RESERVED = Set.of("connection", "content-length", "expect", "host", "upgrade");

    private final HttpClient client;
    private final Duration deadline;
    private final long bodyCap;

    /**
     * @param threads few; nothing waits on them
     * @param deadline of one request, connecting and reading included
     */
    DirectLink(Executor threads, Optional<SSLContext> tls, Duration connect, Duration deadline, long bodyCap) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(connect)
                .executor(threads);
        tls.ifPresent(builder::sslContext);
        this.client = builder.build();
        this.deadline = deadline;
        this.bodyCap = bodyCap;
    }

    static boolean sends(Map<String, String> headers) {
        return headers.keySet().stream().noneMatch(name -> RESERVED.contains(name.toLowerCase(Locale.ROOT)));
    }

    /** Whether the JVM's settings lead to an address through no proxy. */
    static boolean leadsTo(String address) {
        ProxySelector selector = ProxySelector.getDefault();
        return selector == null
                || selector.select(URI.create(address)).stream().allMatch(proxy -> proxy.type() == Proxy.Type.DIRECT);
    }

    /** @return cancels it */
    Runnable send(WireRequest wire, Map<String, String> extraHeaders, Receiver receiver) {
        URI address = URI.create(wire.url());
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .setHeader("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(wire.body()));
        wire.headers().forEach(request::setHeader);
        extraHeaders.forEach(request::setHeader);
        AtomicBoolean late = new AtomicBoolean();
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request.build(), info -> new Body(bodyCap));
        Future<?> alarm = DelayTimer.SHARED.after(deadline.toNanos(), () -> {
            late.set(true);
            answer.cancel(true);
        });
        var unused = answer.whenComplete((response, failure) -> {
            alarm.cancel(false);
            if (failure == null) {
                receiver.accept(new WireResponse(response.statusCode(), headers(response), response.body()), null);
            } else {
                receiver.accept(null, late.get() ? new InterruptedIOException("timeout") : reason(failure, address));
            }
        });
        return () -> answer.cancel(true);
    }

    private static Map<String, String> headers(HttpResponse<?> response) {
        Map<String, String> headers = new HashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return headers;
    }

    /** As OkHttp says it, which the reader of failures knows. */
    private static IOException reason(Throwable failure, URI address) {
        Throwable cause = Futures.cause(failure);
        if (cause instanceof HttpConnectTimeoutException) {
            return caused(new SocketTimeoutException("connect timed out"), cause);
        }
        if (cause instanceof ConnectException) {
            return caused(
                    cause.getCause() instanceof UnresolvedAddressException
                                    || cause.getCause() instanceof ConnectException inner
                                            && inner.getCause() instanceof UnresolvedAddressException
                            ? new UnknownHostException(address.getHost())
                            : new ConnectException("Failed to connect to " + address.getAuthority()),
                    cause);
        }
        if (cause instanceof CancellationException) {
            return caused(new IOException("Canceled"), cause);
        }
        return cause instanceof IOException known ? known : new IOException(String.valueOf(cause.getMessage()), cause);
    }

    private static IOException caused(IOException reason, Throwable cause) {
        reason.initCause(cause);
        return reason;
    }

    /** A body in memory, up to a cap. */
    private static final class Body implements HttpResponse.BodySubscriber<byte[]> {

        private final long cap;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
        private Flow.@Nullable Subscription subscription;

        Body(long cap) {
            this.cap = cap;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return whole;
        }

        @Override
        public void onSubscribe(Flow.Subscription begun) {
            subscription = begun;
            begun.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> pieces) {
            for (ByteBuffer piece : pieces) {
                byte[] copy = new byte[piece.remaining()];
                piece.get(copy);
                bytes.writeBytes(copy);
            }
            if (bytes.size() > cap) {
                if (subscription != null) {
                    subscription.cancel();
                }
                whole.completeExceptionally(new TooLargeException(cap));
            }
        }

        @Override
        public void onError(Throwable failure) {
            whole.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            whole.complete(bytes.toByteArray());
        }
    }
}
