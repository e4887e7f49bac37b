package dev.cultivar.model.http;

import dev.cultivar.model.limits.TokenEstimate;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.ModelConfig;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.ParsedResponse;
import dev.cultivar.provider.Protocol;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.ProviderException.Kind;
import dev.cultivar.provider.WireRequest;
import dev.cultivar.provider.WireResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** Asks a model through its protocol. */
final class ChatOperation implements Operation<ModelResponse> {

    private final Protocol protocol;
    private final String model;
    private final String entry;
    private final Map<String, String> headers;
    private final LeftOut leftOut;
    private final ChatRequest given;
    private final ChatRequest complete;
    private final RepeatRule rule;
    private volatile ChatRequest asked;
    private volatile WireRequest request;
    private final long tokens;
    private final FailureReader failures;
    private final SecretMask secrets;

    /** @throws ProviderException where the protocol cannot write the request */
    ChatOperation(
            Protocol protocol,
            ModelConfig model,
            Map<String, String> headers,
            LeftOut leftOut,
            ChatRequest request,
            RepeatRule rule,
            FailureReader failures,
            SecretMask secrets) {
        this.given = request;
        this.rule = rule;
        this.leftOut = leftOut;
        this.complete = model.complete(request);
        this.asked = leftOut.without(complete);
        this.protocol = protocol;
        this.model = model.wireName();
        this.entry = model.name();
        this.headers = headers;
        this.request = protocol.write(model.wireName(), asked);
        this.tokens = TokenEstimate.of(complete);
        this.failures = failures;
        this.secrets = secrets;
    }

    @Override
    public String queue() {
        return model;
    }

    @Override
    public String address() {
        return request.url();
    }

    @Override
    public long tokens() {
        return tokens;
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public Optional<RuntimeException> againstRepeating(ProviderException last) {
        return rule.against(entry, given, last);
    }

    @Override
    public Runnable send(HttpLink http, ReplyReceiver receiver) {
        return http.send(request, headers, receiver);
    }

    @Override
    public Attempt<ModelResponse> read(WireResponse response, Duration latency, int attempts) {
        ParsedResponse parsed;
        if (response.status() / 100 == 2) {
            try {
                parsed = secrets.hide(protocol.read(response));
            } catch (ProviderException e) {
                return Attempt.failed(failures.unusable(model, address(), e, attempts));
            }
        } else {
            Optional<ParsedResponse> filtered = protocol.filtered(response);
            if (filtered.isEmpty()) {
                return Attempt.failed(refused(response, attempts));
            }
            parsed = filtered.get();
        }
        return succeeded(parsed, latency, attempts, leftOut.of(complete));
    }

    /** Drops a refused setting from the next attempt where it may be left out. */
    private FailureReader.Failure refused(WireResponse response, int attempts) {
        Kind kind = protocol.kind(response);
        FailureReader.Failure failure =
                failures.refused(kind, " to model " + model, address(), entry, response, attempts);
        if (kind != Kind.BAD_REQUEST || !leftOut.learn(response, asked)) {
            return failure;
        }
        asked = leftOut.without(complete);
        request = protocol.write(model, asked);
        return new FailureReader.Failure(failure.exception(), true, failure.pause());
    }

    static Attempt<ModelResponse> succeeded(
            ParsedResponse parsed, Duration latency, int attempts, SortedSet<String> leftOut) {
        return Attempt.succeeded(
                new ModelResponse(
                        parsed.text(),
                        parsed.toolArguments(),
                        parsed.finish(),
                        parsed.usage(),
                        parsed.reportedModel(),
                        parsed.fingerprint(),
                        latency,
                        attempts,
                        leftOut),
                parsed.usage().total());
    }
}
