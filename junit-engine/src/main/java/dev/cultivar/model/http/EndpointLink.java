package dev.cultivar.model.http;

import dev.cultivar.model.limits.Backoff;
import dev.cultivar.model.limits.EndpointScheduler;
import dev.cultivar.model.limits.EndpointSchedulers;
import dev.cultivar.model.limits.InFlight;
import dev.cultivar.provider.ChatModel;
import dev.cultivar.provider.Protocol;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.ProviderException.Kind;
import dev.cultivar.provider.Transport;
import dev.cultivar.settings.EndpointSettings;
import dev.cultivar.settings.ModelSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The transport of one endpoint, and all that its exchanges share. */
public final class EndpointLink implements Transport {

    private static final String FROM_ENVIRONMENT = "env:";
    /** A value that stands in the settings against all advice is not to be shown either. */
    private static final Pattern SENSITIVE =
            Pattern.compile("auth|key|token|secret|cookie|password", Pattern.CASE_INSENSITIVE);

    /** What OkHttp lets into a header. */
    private static final Pattern HEADER = Pattern.compile("[\\t\\x20-\\x7E]*");

    private final EndpointSettings settings;
    private final KeySource environment;
    private final HttpLink http;
    private final LinkOptions options;
    private final EndpointScheduler admission;
    private final Backoff backoff;
    private final SecretMask secrets = new SecretMask();
    private final Set<CallExchange> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;
    private volatile boolean answered;
    private volatile @Nullable String nobody;

    public EndpointLink(
            EndpointSettings settings, KeySource environment, HttpLink http, LinkOptions options, Backoff backoff) {
        this.settings = settings;
        this.environment = environment;
        this.http = http;
        this.options = options;
        this.backoff = backoff;
        this.admission = EndpointSchedulers.open(settings, backoff);
    }

    @Override
    public Optional<String> key() {
        return settings.keyEnv().map(variable -> {
            String key = requireForHeader(variable, "its key");
            secrets.add(key);
            return key;
        });
    }

    @Override
    public ChatModel model(Protocol protocol, ModelSettings model) {
        Map<String, String> headers = headers();
        return request -> CallExchange.start(this, protocol, model, headers, request);
    }

    /** Headers of the endpoint's own; from now on what the proxy is told is known as well, and hidden. */
    public Map<String, String> headers() {
        options.proxyCredentialsEnv().ifPresent(variable -> secrets.addCredentials(credentials(variable)));
        Map<String, String> headers = new HashMap<>();
        settings.headers().forEach((name, value) -> {
            String resolved = value;
            if (value.startsWith(FROM_ENVIRONMENT)) {
                resolved = requireForHeader(value.substring(FROM_ENVIRONMENT.length()), "the header " + name);
                secrets.add(resolved);
            } else if (SENSITIVE.matcher(name).find()) {
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

    private String requireForHeader(String variable, String what) {
        String value = require(variable, what);
        // Otherwise the client would complain later, and quote it.
        if (!HEADER.matcher(value).matches()) {
            throw new ProviderException(
                    Kind.KEY,
                    "Endpoint " + settings.name() + " takes " + what + " from the environment variable " + variable
                            + ", which holds a character that no header can carry; look for a line break or a quote"
                            + " that was copied along.");
        }
        return value;
    }

    private String credentials(String variable) {
        String pair = require(variable, "the proxy's user:password");
        if (pair.indexOf(':') < 1) {
            throw new ProviderException(
                    Kind.KEY,
                    "Endpoint " + settings.name() + " takes the proxy's user:password from the environment variable "
                            + variable + ", which has no colon.");
        }
        return pair;
    }

    public EndpointSettings settings() {
        return settings;
    }

    HttpLink http() {
        return http;
    }

    Backoff backoff() {
        return backoff;
    }

    public SecretMask secrets() {
        return secrets;
    }

    EndpointScheduler admission() {
        return admission;
    }

    LinkOptions options() {
        return options;
    }

    /** Somebody is there, whatever is said. */
    void answered() {
        answered = true;
    }

    /** Nobody took the connection, however often it was tried; where nobody ever did, nobody else has to try as often. */
    void nobody(String what) {
        if (!answered) {
            nobody = what;
        }
    }

    /** Why it is not worth asking; empty where it is. */
    Optional<String> unreachable() {
        return Optional.ofNullable(nobody);
    }

    boolean register(CallExchange exchange) {
        underWay.add(exchange);
        return !closed;
    }

    void forget(CallExchange exchange) {
        underWay.remove(exchange);
    }

    /** An exception of this endpoint: names it, and hides what must not be shown. */
    public ProviderException failure(Kind kind, String what, @Nullable Throwable cause) {
        String message = secrets.hide("Endpoint " + settings.name() + ": " + what);
        return cause == null ? new ProviderException(kind, message) : new ProviderException(kind, message, cause);
    }

    public InFlight load() {
        return admission.load();
    }

    public void close() {
        closed = true;
        underWay.forEach(CallExchange::cancelled);
        EndpointSchedulers.close(settings);
    }
}
