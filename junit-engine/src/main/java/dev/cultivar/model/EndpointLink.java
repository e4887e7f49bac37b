package dev.cultivar.model;

import dev.cultivar.model.ProviderException.Kind;
import dev.cultivar.settings.EndpointSettings;
import dev.cultivar.settings.ModelSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The transport of one endpoint, and all that its exchanges share. */
final class EndpointLink implements Transport {

    private static final String FROM_ENVIRONMENT = "env:";

    private final EndpointSettings settings;
    private final Environment environment;
    private final HttpLink http;
    private final ScheduledExecutorService timer;
    private final Backoff backoff;
    private final Secrets secrets = new Secrets();
    private final Map<String, CallQueue> queues = new ConcurrentHashMap<>();
    private final Set<Exchange> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    EndpointLink(
            EndpointSettings settings,
            Environment environment,
            HttpLink http,
            ScheduledExecutorService timer,
            Backoff backoff) {
        this.settings = settings;
        this.environment = environment;
        this.http = http;
        this.timer = timer;
        this.backoff = backoff;
    }

    @Override
    public Optional<String> key() {
        return settings.keyEnv().map(variable -> {
            String key = require(variable, "its key");
            secrets.add(key);
            return key;
        });
    }

    @Override
    public ChatModel model(Protocol protocol, ModelSettings model) {
        Map<String, String> headers = headers();
        return request -> Exchange.start(this, protocol, model, headers, request);
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        settings.headers().forEach((name, value) -> {
            String resolved = value;
            if (value.startsWith(FROM_ENVIRONMENT)) {
                resolved = require(value.substring(FROM_ENVIRONMENT.length()), "the header " + name);
                secrets.add(resolved);
            }
            headers.put(name, resolved);
        });
        return headers;
    }

    private String require(String variable, String what) {
        String value = environment.get(variable);
        if (value == null || value.isBlank()) {
            throw new ProviderException(
                    Kind.KEY,
                    "Endpoint " + settings.name() + " takes " + what + " from the environment variable " + variable
                            + ", which is not set.");
        }
        return value.strip();
    }

    EndpointSettings settings() {
        return settings;
    }

    HttpLink http() {
        return http;
    }

    Backoff backoff() {
        return backoff;
    }

    Secrets secrets() {
        return secrets;
    }

    CallQueue queue(String model) {
        return queues.computeIfAbsent(model, name -> new CallQueue(settings.concurrency()));
    }

    Executor after(long nanos) {
        return task -> {
            var unused = timer.schedule(task, nanos, TimeUnit.NANOSECONDS);
        };
    }

    boolean register(Exchange exchange) {
        underWay.add(exchange);
        return !closed;
    }

    void forget(Exchange exchange) {
        underWay.remove(exchange);
    }

    /** An exception of this endpoint: names it, and hides what must not be shown. */
    ProviderException failure(Kind kind, String what, @Nullable Throwable cause) {
        String message = secrets.hide("Endpoint " + settings.name() + ": " + what);
        return cause == null ? new ProviderException(kind, message) : new ProviderException(kind, message, cause);
    }

    void close() {
        closed = true;
        underWay.forEach(Exchange::cancelled);
    }
}
