package dev.cultivar.model.http;

import dev.cultivar.model.limits.TokenEstimate;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.ModelConfig;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.ParsedResponse;
import dev.cultivar.provider.Protocol;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.WireRequest;
import dev.cultivar.provider.WireResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Asks a model by its protocol. */
final class ChatOperation implements Operation<ModelResponse> {

    private final Protocol protocol;
    private final String model;
    private final String entry;
    private final Map<String, String> headers;
    private final WireRequest request;
    private final long tokens;
    private final FailureReader failures;
    private final SecretMask secrets;

    /** @throws ProviderException where the protocol cannot write the request */
    ChatOperation(
            Protocol protocol,
            ModelConfig model,
            Map<String, String> headers,
            ChatRequest request,
            FailureReader failures,
            SecretMask secrets) {
        ChatRequest complete = model.complete(request);
        this.protocol = protocol;
        this.model = model.wireName();
        this.entry = model.name();
        this.headers = headers;
        this.request = protocol.write(model.wireName(), complete);
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
    public Runnable send(HttpLink http, HttpLink.Receiver receiver) {
        return http.send(request, headers, receiver)::cancel;
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
                return Attempt.failed(failures.refused(
                        protocol.kind(response), " to model " + model, address(), entry, response, attempts));
            }
            parsed = filtered.get();
        }
        return succeeded(parsed, latency, attempts);
    }

    static Attempt<ModelResponse> succeeded(ParsedResponse parsed, Duration latency, int attempts) {
        return Attempt.succeeded(
                new ModelResponse(
                        parsed.text(),
                        parsed.toolArguments(),
                        parsed.finish(),
                        parsed.usage(),
                        parsed.reportedModel(),
                        parsed.fingerprint(),
                        latency,
                        attempts),
                parsed.usage().total());
    }
}
