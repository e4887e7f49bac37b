package dev.cultivar.model.http;

import dev.cultivar.provider.WireRequest;
import dev.cultivar.provider.WireResponse;
import dev.cultivar.settings.EndpointSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/** One endpoint's HTTP client: sends bytes, reads a limited number, follows no redirects. */
public final class HttpLink {

    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final int CHUNK = 64 * 1024;

    /** The largest body that is read into memory. */
    private static final long BODY_CAP = 16L * 1024 * 1024;

    private final OkHttpClient client;
    private final Duration deadline;
    private final Optional<DirectLink> direct;

    /** Cached, because an endpoint has few URLs. */
    private final Map<String, HttpUrl> addresses = new ConcurrentHashMap<>();

    /**
     * @param deadline for one request, including connecting and reading
     * @param few threads for calls when there may be too many in flight for one thread each
     */
    public HttpLink(
            OkHttpClient shared,
            EndpointSettings settings,
            Duration deadline,
            LinkOptions options,
            KeySource keys,
            Optional<Executor> few) {
        Duration connect = deadline.compareTo(CONNECT) < 0 ? deadline : CONNECT;
        // The call's deadline covers everything, so single reads need none. A redirect could carry the key elsewhere.
        OkHttpClient.Builder builder = shared.newBuilder()
                .callTimeout(deadline)
                .connectTimeout(connect)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .followRedirects(false)
                .followSslRedirects(false);
        if (!options.http2()) {
            builder.protocols(List.of(okhttp3.Protocol.HTTP_1_1));
        }
        Optional<TrustedAuthorities> authorities = options.ca().map(pem -> TrustedAuthorities.of(settings.name(), pem));
        authorities.ifPresent(trusted -> trusted.addTo(builder));
        ProxyRoute.set(builder, options, keys);
        this.client = builder.build();
        this.deadline = deadline;
        this.direct = few.filter(threads -> options.proxy().isEmpty() && DirectLink.sends(settings.headers()))
                .map(threads ->
                        new DirectLink(threads, authorities.map(TrustedAuthorities::tls), connect, deadline, BODY_CAP));
    }

    /** Reads the body of a 2xx response; returns the part that the caller wants in memory. */
    @FunctionalInterface
    public interface BodyReader {

        /** Reads the whole body, up to a limit. */
        BodyReader WHOLE = HttpLink::whole;

        byte[] read(BufferedSource source) throws IOException;
    }

    Duration deadline() {
        return deadline;
    }

    /**
     * Sends a chat.
     *
     * @return an action that cancels the request
     */
    Runnable send(WireRequest wire, Map<String, String> extraHeaders, ReplyReceiver receiver) {
        if (direct.isPresent() && DirectLink.leadsTo(wire.url())) {
            return direct.get().send(wire, extraHeaders, receiver);
        }
        Request.Builder request = new Request.Builder()
                .url(addresses.computeIfAbsent(wire.url(), HttpUrl::get))
                .post(RequestBody.create(wire.body(), JSON));
        wire.headers().forEach(request::header);
        extraHeaders.forEach(request::header);
        return send(request.build(), BodyReader.WHOLE, receiver)::cancel;
    }

    Call send(Request request, BodyReader body, ReplyReceiver receiver) {
        Call call = client.newCall(request);
        call.enqueue(new Callback() {
            @Override
            public void onFailure(Call failed, IOException reason) {
                receiver.accept(null, reason);
            }

            @Override
            public void onResponse(Call answered, Response response) {
                WireResponse read;
                try (response) {
                    BufferedSource source = response.body().source();
                    byte[] bytes = response.isSuccessful() ? body.read(source) : whole(source);
                    read = new WireResponse(response.code(), headers(response), bytes);
                } catch (IOException reason) {
                    receiver.accept(null, reason);
                    return;
                }
                receiver.accept(read, null);
            }
        });
        return call;
    }

    private static byte[] whole(BufferedSource source) throws IOException {
        Buffer bytes = new Buffer();
        while (source.read(bytes, CHUNK) >= 0) {
            if (bytes.size() > BODY_CAP) {
                throw new TooLargeException(BODY_CAP);
            }
        }
        return bytes.readByteArray();
    }

    private static Map<String, String> headers(Response response) {
        Map<String, String> headers = new HashMap<>();
        for (var header : response.headers()) {
            headers.putIfAbsent(header.getFirst().toLowerCase(Locale.ROOT), header.getSecond());
        }
        return headers;
    }
}
