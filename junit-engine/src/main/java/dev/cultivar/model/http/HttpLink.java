package dev.cultivar.model.http;

import dev.cultivar.provider.WireRequest;
import dev.cultivar.provider.WireResponse;
import dev.cultivar.settings.EndpointSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** One endpoint's HTTP client: sends bytes, reads at most so many, follows no redirect. */
public final class HttpLink {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final int CHUNK = 64 * 1024;

    private final OkHttpClient client;
    private final long bodyCap;

    public HttpLink(
            OkHttpClient shared, EndpointSettings settings, LinkOptions options, KeySource environment, long bodyCap) {
        // The deadline of a call covers it all, so single reads need none; a redirect could carry the key elsewhere.
        OkHttpClient.Builder builder = shared.newBuilder()
                .callTimeout(settings.timeout())
                .connectTimeout(settings.timeout().compareTo(CONNECT) < 0 ? settings.timeout() : CONNECT)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .followRedirects(false)
                .followSslRedirects(false);
        if (!options.http2()) {
            builder.protocols(List.of(okhttp3.Protocol.HTTP_1_1));
        }
        options.ca().ifPresent(pem -> TrustedAuthorities.add(builder, settings.name(), pem));
        ProxyRoute.set(builder, options, environment);
        this.client = builder.build();
        this.bodyCap = bodyCap;
    }

    /** What came back, or why nothing did; exactly one is there. */
    interface Receiver extends BiConsumer<@Nullable WireResponse, @Nullable IOException> {}

    public OkHttpClient client() {
        return client;
    }

    Call send(WireRequest wire, Map<String, String> extraHeaders, Receiver receiver) {
        Request.Builder request = new Request.Builder().url(wire.url()).post(RequestBody.create(wire.body(), JSON));
        wire.headers().forEach(request::header);
        extraHeaders.forEach(request::header);
        Call call = client.newCall(request.build());
        call.enqueue(new Callback() {
            @Override
            public void onFailure(Call failed, IOException reason) {
                receiver.accept(null, reason);
            }

            @Override
            public void onResponse(Call answered, Response response) {
                WireResponse reply;
                try (response) {
                    reply = read(response);
                } catch (IOException reason) {
                    receiver.accept(null, reason);
                    return;
                }
                receiver.accept(reply, null);
            }
        });
        return call;
    }

    private WireResponse read(Response response) throws IOException {
        BufferedSource source = response.body().source();
        Buffer bytes = new Buffer();
        while (source.read(bytes, CHUNK) >= 0) {
            if (bytes.size() > bodyCap) {
                throw new TooLargeException(bodyCap);
            }
        }
        Map<String, String> headers = new HashMap<>();
        for (var header : response.headers()) {
            headers.putIfAbsent(header.getFirst().toLowerCase(java.util.Locale.ROOT), header.getSecond());
        }
        return new WireResponse(response.code(), headers, bytes.readByteArray());
    }

    /** The endpoint sends more than anyone asked for. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(long cap) {
            super("the answer is larger than " + cap / 1024 / 1024 + " MB");
        }
    }
}
