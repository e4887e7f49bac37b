package dev.cultivar.model;

import dev.cultivar.io.AtomicFile;
import dev.cultivar.model.http.EndpointLink;
import dev.cultivar.model.http.HttpLink;
import dev.cultivar.model.http.KeySource;
import dev.cultivar.model.http.LinkOptions;
import dev.cultivar.model.http.RepeatRule;
import dev.cultivar.model.limits.Backoff;
import dev.cultivar.provider.ChatModel;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.ModelConfig;
import dev.cultivar.provider.ParsedResponse;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * Authorised HTTP to one endpoint for everything except chats, such as files and batches. Uses the endpoint's key, headers, proxy,
 * certificate authorities, limits and retries, and follows no redirects. Calls block, so use it in commands, not in runs.
 */
public final class EndpointHttp implements AutoCloseable {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final MediaType LINES = MediaType.get("application/jsonl");
    private static final Duration DEADLINE = Duration.ofMinutes(30);

    private final EndpointLink link;
    private final OkHttpClient client;
    private final ModelConfig model;
    private final Template template;

    private EndpointHttp(EndpointLink link, OkHttpClient client, ModelConfig model, Template template) {
        this.link = link;
        this.client = client;
        this.model = model;
        this.template = template;
    }

    /**
     * Prepares the connection; sends nothing.
     *
     * @param model any model of the endpoint
     * @throws ProviderException of kind {@link Kind#KEY} where the key is missing
     * @throws SettingsException where the provider is unknown or uses its own transport
     */
    public static EndpointHttp open(EndpointSettings settings, ModelSettings model, KeySource keys) {
        LinkOptions options = LinkOptions.of(ProviderConfigs.of(settings));
        // The client's own retry on a stale connection could send a request twice that must be sent only once.
        OkHttpClient client =
                new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
        HttpLink http = new HttpLink(client, settings, DEADLINE, options, keys, Optional.empty());
        EndpointLink link = new EndpointLink(settings, keys, http, options, Backoff.DEFAULT, RepeatRule.FREE);
        try {
            return new EndpointHttp(link, client, ProviderConfigs.of(model), Template.of(link, settings, model));
        } catch (RuntimeException e) {
            link.close();
            throw e;
        }
    }

    /**
     * What a provider sets for every request: where the endpoint is, and how requests are authorised.
     *
     * @param base start of every URL
     */
    private record Template(Protocol protocol, String base, Map<String, String> headers) {

        static Template of(EndpointLink link, EndpointSettings settings, ModelSettings model) {
            List<Template> seen = new ArrayList<>();
            Transport transport = new Transport() {
                @Override
                public Optional<String> key() {
                    return link.key();
                }

                @Override
                public ChatModel model(Protocol protocol, ModelConfig asked) {
                    WireRequest example = protocol.write(asked.wireName(), ChatRequest.of("-", Sampling.DEFAULT));
                    Map<String, String> headers = new HashMap<>(example.headers());
                    headers.putAll(link.headers());
                    String base = example.url().replaceAll("(/chat/completions|/responses|/messages)(\\?.*)?$", "");
                    seen.add(new Template(protocol, base, headers));
                    return nothing();
                }

                @Override
                public ChatModel calling(Function<ChatRequest, ParsedResponse> call, ModelConfig asked) {
                    return nothing();
                }

                private static ChatModel nothing() {
                    return request ->
                            CompletableFuture.failedFuture(new ProviderException(Kind.CANCELLED, "nothing is sent"));
                }
            };
            ModelConnections.provider(settings, ModelConnections.providers())
                    .open(ProviderConfigs.of(settings), transport)
                    .model(ProviderConfigs.of(model));
            if (seen.isEmpty()) {
                throw new SettingsException("Endpoint " + settings.name() + ": provider " + settings.provider()
                        + " has its own client, which has no batches.");
            }
            return seen.get(0);
        }
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

    /** Sends JSON, once. If the outcome is unclear it does not retry: the request may have created something that costs money. */
    public String post(String path, String json) {
        return text(request(path).post(RequestBody.create(json, JSON)).build(), false);
    }

    /** Sends lines of JSON as the elements of an array, once; streams the file. */
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

    /** Downloads to a file, completely or not at all. */
    public void download(String path, Path to) {
        send(request(path).get().build(), true, body -> {
            AtomicFile.writePrivately(to, body.inputStream()::transferTo);
            return new byte[0];
        });
    }

    private Request.Builder request(String path) {
        Request.Builder request = new Request.Builder().url(template.base() + path);
        template.headers().forEach(request::header);
        return request;
    }

    private String text(Request request, boolean repeatable) {
        return new String(send(request, repeatable, HttpLink.BodyReader.WHOLE).body(), StandardCharsets.UTF_8);
    }

    private WireResponse send(Request request, boolean repeatable, HttpLink.BodyReader body) {
        CompletableFuture<WireResponse> response = link.send(template.protocol(), model, request, repeatable, body);
        try {
            return response.get();
        } catch (InterruptedException e) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            throw link.failure(Kind.CANCELLED, "interrupted while waiting for a response", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProviderException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        link.close();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    /** A file of lines as an array, never held in memory as a whole. */
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
