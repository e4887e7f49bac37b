package dev.cultivar.model;

import dev.cultivar.io.AtomicFile;
import dev.cultivar.model.http.EndpointLink;
import dev.cultivar.model.http.HttpErrors;
import dev.cultivar.model.http.HttpLink;
import dev.cultivar.model.http.KeySource;
import dev.cultivar.model.http.LinkOptions;
import dev.cultivar.model.limits.Backoff;
import dev.cultivar.provider.ChatModel;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.Protocol;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.ProviderException.Kind;
import dev.cultivar.provider.Sampling;
import dev.cultivar.provider.Transport;
import dev.cultivar.provider.WireRequest;
import dev.cultivar.provider.WireResponse;
import dev.cultivar.settings.EndpointSettings;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Authorised HTTP to one endpoint for what is not a chat, such as files and batches: the endpoint's key, headers, proxy
 * and authorities, and no redirects. Calls block; for commands, not for runs.
 */
public final class EndpointHttp implements AutoCloseable {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final MediaType LINES = MediaType.get("application/jsonl");
    private static final Duration DEADLINE = Duration.ofMinutes(30);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final int MOST_DOUBLINGS = 6;

    private final EndpointLink link;
    private final OkHttpClient client;
    private final Map<String, String> headers;
    private final String base;

    private EndpointHttp(EndpointLink link, OkHttpClient client, Map<String, String> headers, String base) {
        this.link = link;
        this.client = client;
        this.headers = headers;
        this.base = base;
    }

    /**
     * Makes ready; sends nothing.
     *
     * @param model any model of the endpoint
     * @throws ProviderException of kind {@link Kind#KEY} where the key is missing
     * @throws SettingsException where the provider is unknown or has a way of its own
     */
    public static EndpointHttp open(EndpointSettings settings, ModelSettings model, KeySource environment) {
        LinkOptions options = LinkOptions.of(settings);
        HttpLink http = new HttpLink(new OkHttpClient(), settings, options, environment, Long.MAX_VALUE);
        EndpointLink link = new EndpointLink(settings, environment, http, options, Backoff.DEFAULT);
        try {
            WireRequest example = example(link, settings, model);
            Map<String, String> headers = new HashMap<>(example.headers());
            headers.putAll(link.headers());
            String base = example.url().replaceAll("(/chat/completions|/messages)(\\?.*)?$", "");
            // Its own repetition on a stale connection would send twice what may be sent once.
            OkHttpClient client = http.client()
                    .newBuilder()
                    .callTimeout(DEADLINE)
                    .retryOnConnectionFailure(false)
                    .build();
            return new EndpointHttp(link, client, headers, base);
        } catch (RuntimeException e) {
            link.close();
            throw e;
        }
    }

    private static WireRequest example(EndpointLink link, EndpointSettings settings, ModelSettings model) {
        List<WireRequest> seen = new ArrayList<>();
        Transport transport = new Transport() {
            @Override
            public Optional<String> key() {
                return link.key();
            }

            @Override
            public ChatModel model(Protocol protocol, ModelSettings asked) {
                seen.add(protocol.write(asked.wireName(), ChatRequest.of("-", Sampling.DEFAULT)));
                return request ->
                        CompletableFuture.failedFuture(new ProviderException(Kind.CANCELLED, "nothing is sent"));
            }
        };
        ModelConnections.provider(settings, ModelConnections.providers())
                .open(settings, transport)
                .model(model);
        if (seen.isEmpty()) {
            throw new SettingsException("Endpoint " + settings.name() + ": provider " + settings.provider()
                    + " has a way of its own, which knows no batches.");
        }
        return seen.get(0);
    }

    /**
     * Reads JSON.
     *
     * @param path below the endpoint's base URL, with its leading slash
     * @throws ProviderException where the endpoint fails, after retries
     */
    public String get(String path) {
        return text(request(path).get().build(), true);
    }

    /** Sends JSON, once: an unclear end is not asked again, as it may have created something that costs. */
    public String post(String path, String json) {
        return text(request(path).post(RequestBody.create(json, JSON)).build(), false);
    }

    /** Sends lines of JSON as the elements of an array, once; the file is streamed. */
    public String postLines(String path, String before, Path lines, String after) {
        return text(request(path).post(new LinesBody(before, lines, after)).build(), false);
    }

    /** Uploads a file as a form. */
    public String upload(String path, Map<String, String> fields, Path file) {
        MultipartBody.Builder form = new MultipartBody.Builder().setType(MultipartBody.FORM);
        fields.forEach(form::addFormDataPart);
        Path name = file.getFileName();
        form.addFormDataPart(
                "file", name == null ? "batch.jsonl" : name.toString(), RequestBody.create(file.toFile(), LINES));
        return text(request(path).post(form.build()).build(), true);
    }

    /** Downloads to a file, whole or not at all. */
    public void download(String path, Path to) {
        call(request(path).get().build(), true, response -> {
            AtomicFile.write(to, response.body().byteStream()::transferTo);
            return "";
        });
    }

    private Request.Builder request(String path) {
        Request.Builder request = new Request.Builder().url(base + path);
        headers.forEach(request::header);
        return request;
    }

    private interface Reader {
        String read(Response response) throws IOException;
    }

    private String text(Request request, boolean repeatable) {
        return call(request, repeatable, response -> link.secrets()
                .hide(response.body().string()));
    }

    private String call(Request request, boolean repeatable, Reader reader) {
        for (int attempt = 0; ; attempt++) {
            boolean last = attempt >= link.settings().retries();
            try (Response response = client.newCall(request).execute()) {
                if (response.isSuccessful()) {
                    return reader.read(response);
                }
                WireResponse reply = link.secrets()
                        .hide(new WireResponse(
                                response.code(),
                                Map.of(),
                                response.peekBody(64 * 1024).bytes()));
                Kind kind = Kind.ofStatus(response.code());
                // Throttled is certain not to have been carried out; an error of the server is not.
                boolean again = kind == Kind.RATE_LIMIT || (kind == Kind.SERVER && repeatable);
                if (last || !again) {
                    throw link.failure(kind, "answers HTTP " + response.code() + ". " + HttpErrors.words(reply), null);
                }
                pause(attempt, response.header("Retry-After"));
            } catch (IOException e) {
                if (last || !repeatable) {
                    throw link.failure(Kind.CONNECTION, "the connection broke: " + e.getMessage(), e);
                }
                pause(attempt, null);
            }
        }
    }

    private void pause(int attempt, @Nullable String retryAfter) {
        OptionalLong asked = retryAfter != null && retryAfter.matches("\\d{1,4}")
                ? OptionalLong.of(1000L * Long.parseLong(retryAfter))
                : OptionalLong.empty();
        try {
            Thread.sleep(asked.orElse(FIRST_PAUSE.toMillis() << Math.min(attempt, MOST_DOUBLINGS)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw link.failure(Kind.CANCELLED, "interrupted while waiting to ask again", e);
        }
    }

    @Override
    public void close() {
        link.close();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    /** A file of lines as an array, never whole in memory. */
    private static final class LinesBody extends RequestBody {

        private final String before;
        private final Path lines;
        private final String after;

        LinesBody(String before, Path lines, String after) {
            this.before = before;
            this.lines = lines;
            this.after = after;
        }

        @Override
        public MediaType contentType() {
            return JSON;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.writeUtf8(before);
            try (var reader = Files.newBufferedReader(lines)) {
                String separator = "";
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    sink.writeUtf8(separator).writeUtf8(line);
                    separator = ",";
                }
            }
            sink.writeUtf8(after);
        }
    }
}
