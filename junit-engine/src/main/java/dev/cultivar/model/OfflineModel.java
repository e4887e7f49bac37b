package dev.cultivar.model;

import dev.cultivar.model.http.EffectiveSampling;
import dev.cultivar.model.http.HttpErrors;
import dev.cultivar.provider.ChatModel;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.ParsedResponse;
import dev.cultivar.provider.Protocol;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.Transport;
import dev.cultivar.provider.WireResponse;
import dev.cultivar.settings.EndpointSettings;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.SettingsException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A model's protocol without the way to it: writes what would be sent and reads what came back by another way, as a batch
 * file. Needs no key and holds none. Safe for use by many threads.
 */
public final class OfflineModel {

    private final Protocol protocol;
    private final ModelSettings model;

    private OfflineModel(Protocol protocol, ModelSettings model) {
        this.protocol = protocol;
        this.model = model;
    }

    /**
     * The protocol of a model at its endpoint.
     *
     * @throws SettingsException where the provider is unknown, or has a way of its own that no file can take
     */
    public static OfflineModel of(EndpointSettings endpoint, ModelSettings model) {
        Capture capture = new Capture();
        ModelConnections.provider(endpoint, ModelConnections.providers())
                .open(endpoint, capture)
                .model(model);
        Protocol found = capture.protocol;
        if (found == null) {
            throw new SettingsException("Endpoint " + endpoint.name() + ": provider " + endpoint.provider()
                    + " has a way of its own to its models, so that no batch file can be written for it.");
        }
        return new OfflineModel(found, model);
    }

    /** The request's JSON body, with the sampling that the request leaves open taken from the model's settings. */
    public String body(ChatRequest request) {
        return protocol.write(model.wireName(), EffectiveSampling.of(model, request))
                .body();
    }

    /**
     * Reads the body of a reply.
     *
     * @param status HTTP status that the reply was given
     * @param body JSON; untrusted
     * @throws ProviderException where the reply is an error or does not follow the protocol
     */
    public ModelResponse read(int status, String body) {
        WireResponse reply = new WireResponse(
                status, Map.of("content-type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
        if (status / 100 != 2) {
            return protocol.filtered(reply)
                    .map(OfflineModel::completion)
                    .orElseThrow(() -> new ProviderException(
                            protocol.kind(reply), "HTTP " + status + ": " + HttpErrors.words(reply)));
        }
        return completion(protocol.read(reply));
    }

    private static ModelResponse completion(ParsedResponse answer) {
        return new ModelResponse(
                answer.text(),
                answer.toolArguments(),
                answer.finish(),
                answer.usage(),
                answer.reportedModel(),
                answer.fingerprint(),
                Duration.ZERO,
                1);
    }

    /** Takes the protocol that a provider brings, and nothing else. */
    private static final class Capture implements Transport {

        private @Nullable Protocol protocol;

        @Override
        public Optional<String> key() {
            return Optional.empty();
        }

        @Override
        public ChatModel model(Protocol brought, ModelSettings model) {
            this.protocol = brought;
            return request -> CompletableFuture.failedFuture(
                    new ProviderException(ProviderException.Kind.CANCELLED, "nothing is sent"));
        }
    }
}
