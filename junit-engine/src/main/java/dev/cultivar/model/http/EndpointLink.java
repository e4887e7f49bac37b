package dev.cultivar.model.http;

import dev.cultivar.model.limits.Backoff;
import dev.cultivar.model.limits.EndpointScheduler;
import dev.cultivar.model.limits.EndpointSchedulers;
import dev.cultivar.model.limits.InFlight;
import dev.cultivar.provider.ChatModel;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.ModelConfig;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.ParsedResponse;
import dev.cultivar.provider.Protocol;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.ProviderException.Kind;
import dev.cultivar.provider.Transport;
import dev.cultivar.provider.WireResponse;
import dev.cultivar.settings.EndpointSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** The transport of one endpoint: starts exchanges and ends them when it is closed. Safe for use by many threads. */
public final class EndpointLink implements Transport, AutoCloseable {

    private final EndpointSettings settings;
    private final LinkOptions options;
    private final RepeatRule rule;
    private final EndpointCredentials credentials;
    private final SecretMask secrets = new SecretMask();
    private final FailureReader failures;
    private final EndpointScheduler scheduler;
    private final EndpointContext context;
    private final Set<CallExchange<?>> open = ConcurrentHashMap.newKeySet();

    /** @param rule asked before a chat is sent again */
    public EndpointLink(
            EndpointSettings settings,
            KeySource keys,
            HttpLink http,
            LinkOptions options,
            Backoff backoff,
            RepeatRule rule) {
        this.settings = settings;
        this.options = options;
        this.rule = rule;
        this.credentials = new EndpointCredentials(settings, options, keys, secrets);
        this.failures = new FailureReader(settings, options, http.deadline(), secrets);
        this.scheduler = EndpointSchedulers.open(settings, backoff);
        this.context = new EndpointContext(
                http,
                scheduler,
                backoff,
                settings.retries(),
                options.retryHorizon(),
                secrets,
                failures,
                new Reachability(options.absence()),
                new AtomicBoolean());
    }

    @Override
    public Optional<String> key() {
        return credentials.key();
    }

    /** The endpoint's own headers, with values from the environment where the settings name variables. */
    public Map<String, String> headers() {
        return credentials.headers();
    }

    @Override
    public ChatModel model(Protocol protocol, ModelConfig model) {
        Map<String, String> headers = headers();
        LeftOut leftOut = new LeftOut(options.leaveOutRefused());
        return request -> ask(protocol, model, headers, leftOut, request);
    }

    private CompletableFuture<ModelResponse> ask(
            Protocol protocol, ModelConfig model, Map<String, String> headers, LeftOut leftOut, ChatRequest request) {
        ChatOperation operation;
        try {
            operation = new ChatOperation(protocol, model, headers, leftOut, request, rule, failures, secrets);
        } catch (ProviderException e) {
            return CompletableFuture.failedFuture(
                    failure(e.kind(), HttpErrors.oneLine(String.valueOf(e.getMessage())), e));
        }
        return start(operation);
    }

    @Override
    public ChatModel calling(Function<ChatRequest, ParsedResponse> call, ModelConfig model) {
        return request -> start(new CallOperation(call, model, request, rule, failures, secrets));
    }

    /**
     * Sends a request that is not a chat, for example for a file or a batch, in a model's queue.
     *
     * @param repeatable whether it may be sent again after an attempt whose effect at the endpoint is unknown
     * @param body reads the body of a 2xx response
     * @return completes with a 2xx response, or exceptionally with a {@link ProviderException}
     */
    public CompletableFuture<WireResponse> send(
            Protocol protocol, ModelConfig model, Request request, boolean repeatable, HttpLink.BodyReader body) {
        return start(new FileOperation(model.wireName(), request, repeatable, body, protocol::kind, failures));
    }

    private <T> CompletableFuture<T> start(Operation<T> operation) {
        CallExchange<T> exchange = new CallExchange<>(context, operation);
        open.add(exchange);
        var unused = exchange.result().whenComplete((value, failure) -> open.remove(exchange));
        if (context.closed().get()) {
            exchange.fail();
        } else {
            exchange.begin();
        }
        return exchange.result();
    }

    /** An exception that names this endpoint, with secrets masked. */
    public ProviderException failure(Kind kind, String what, @Nullable Throwable cause) {
        return failures.failure(kind, what, cause);
    }

    /** How many retries were sent. */
    public long retries() {
        return scheduler.retries();
    }

    public InFlight inFlight() {
        return scheduler.inFlight();
    }

    /** Sends nothing any more; calls in flight go on until {@link #close}. */
    public void sendNoMore() {
        context.closed().set(true);
    }

    @Override
    public void close() {
        sendNoMore();
        // First all results, then the calls: a call that ends passes its permit on, which must not send one that waits.
        List<CallExchange<?>> ending = List.copyOf(open);
        ending.forEach(CallExchange::fail);
        ending.forEach(CallExchange::stop);
        EndpointSchedulers.close(settings);
    }
}
