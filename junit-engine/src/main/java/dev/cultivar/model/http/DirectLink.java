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
import java.net.http.HttpHeaders;
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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The transport for more calls than there should be threads, on a JVM without virtual threads: the JDK's own client, on a few threads.
 * That client knows no SOCKS proxies, and it fails where one HTTP/2 connection gets more streams than the server allows. So this link uses
 * no proxy and speaks HTTP/1.1.
 */
final class DirectLink {

    /** Headers that the JDK's client sets itself and lets nobody else set. */
    private static final Set<String> RESERVED = Set.of("connection", "content-length", "expect", "host", "upgrade");

    private final HttpClient client;
    private final Duration deadline;
    private final long bodyCap;

    /**
     * @param threads a few; they never block
     * @param deadline for one request, including connecting and reading
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

    /** Whether the JVM's settings use no proxy for an address. */
    static boolean leadsTo(String address) {
        ProxySelector selector = ProxySelector.getDefault();
        return selector == null
                || selector.select(URI.create(address)).stream().allMatch(proxy -> proxy.type() == Proxy.Type.DIRECT);
    }

    /** @return an action that cancels the request */
    Runnable send(WireRequest wire, Map<String, String> extraHeaders, ReplyReceiver receiver) {
        URI address = URI.create(wire.url());
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .setHeader("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(wire.body()));
        wire.headers().forEach(request::setHeader);
        extraHeaders.forEach(request::setHeader);
        Delivery delivery = new Delivery(receiver);
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request.build(), info -> new Body(bodyCap, bytes -> delivery.came(info, bytes)));
        Runnable alarm = DelayTimer.SHARED.after(deadline.toNanos(), () -> {
            delivery.failed(new InterruptedIOException("timeout"));
            answer.cancel(true);
        });
        var unused = answer.whenComplete((response, failure) -> {
            alarm.run();
            if (failure != null) {
                delivery.failed(reason(failure, address));
            }
        });
        return () -> answer.cancel(true);
    }

    /**
     * Delivers the outcome once, as soon as the body ends. With few processors, the client completes each of its own futures on a separate
     * thread.
     */
    private static final class Delivery {

        private final ReplyReceiver receiver;
        private final AtomicBoolean done = new AtomicBoolean();

        Delivery(ReplyReceiver receiver) {
            this.receiver = receiver;
        }

        void came(HttpResponse.ResponseInfo info, byte[] body) {
            if (done.compareAndSet(false, true)) {
                receiver.accept(new WireResponse(info.statusCode(), headers(info.headers()), body), null);
            }
        }

        void failed(IOException reason) {
            if (done.compareAndSet(false, true)) {
                receiver.accept(null, reason);
            }
        }
    }

    private static Map<String, String> headers(HttpHeaders received) {
        Map<String, String> headers = new HashMap<>();
        received.map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return headers;
    }

    /** No connection was made in time, so nothing was sent. */
    static final class ConnectTimeout extends SocketTimeoutException {

        private static final long serialVersionUID = 1L;

        ConnectTimeout() {
            super("connect timed out");
        }
    }

    /** The failure in OkHttp's words, which {@link FailureReader} knows. */
    private static IOException reason(Throwable failure, URI address) {
        Throwable cause = Futures.cause(failure);
        if (cause instanceof HttpConnectTimeoutException) {
            return caused(new ConnectTimeout(), cause);
        }
        if (cause instanceof ConnectException) {
            return caused(
                    isUnresolved(cause)
                            ? new UnknownHostException(address.getHost())
                            : new ConnectException("Failed to connect to " + address.getAuthority()),
                    cause);
        }
        if (cause instanceof CancellationException) {
            return caused(new IOException("Canceled"), cause);
        }
        return cause instanceof IOException known ? known : new IOException(String.valueOf(cause.getMessage()), cause);
    }

    private static boolean isUnresolved(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }

    private static IOException caused(IOException reason, Throwable cause) {
        reason.initCause(cause);
        return reason;
    }

    /** A body in memory, up to a cap. */
    private static final class Body implements HttpResponse.BodySubscriber<byte[]> {

        private final long cap;
        private final Consumer<byte[]> receiver;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
        private Flow.@Nullable Subscription subscription;

        /** @param receiver of a whole body */
        Body(long cap, Consumer<byte[]> receiver) {
            this.cap = cap;
            this.receiver = receiver;
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
            byte[] body = bytes.toByteArray();
            if (whole.complete(body)) {
                receiver.accept(body);
            }
        }
    }
}
