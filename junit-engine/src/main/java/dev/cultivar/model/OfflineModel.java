package dev.cultivar.model;

import dev.cultivar.model.http.HttpErrors;
import dev.cultivar.provider.ChatModel;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.ModelConfig;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A model's protocol without its transport: writes what would be sent, and reads what came back some other way, for example in a batch
 * file. Needs no key and holds none. Safe for use by many threads.
 */
public final class OfflineModel {

    private final Protocol protocol;
    private final ModelConfig model;

    private OfflineModel(Protocol protocol, ModelConfig model) {
        this.protocol = protocol;
        this.model = model;
    }

    /**
     * The protocol of a model at its endpoint.
     *
     * @throws SettingsException where the provider is unknown, or uses its own transport, which no file can replace
     */
    public static OfflineModel of(EndpointSettings endpoint, ModelSettings model) {
        Capture capture = new Capture();
        ModelConfig config = ProviderConfigs.of(model);
        ModelConnections.provider(endpoint, ModelConnections.providers())
                .open(ProviderConfigs.of(endpoint), capture)
                .model(config);
        Protocol found = capture.protocol;
        if (found == null) {
            throw new SettingsException("Endpoint " + endpoint.name() + ": provider " + endpoint.provider()
                    + " has its own client, so no batch file can be written for it.");
        }
        return new OfflineModel(found, config);
    }

    /** The request's JSON body; sampling values that the request leaves open come from the model's settings. */
    public String body(ChatRequest request) {
        return protocol.write(model.wireName(), model.complete(request)).body();
    }

    /**
     * Reads the body of a response.
     *
     * @param status HTTP status of the response
     * @param body JSON; untrusted
     * @throws ProviderException where the response is an error or does not follow the protocol
     */
    public ModelResponse read(int status, String body) {
        WireResponse response = new WireResponse(
                status, Map.of("content-type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
        if (status / 100 != 2) {
            return protocol.filtered(response)
                    .map(OfflineModel::modelResponse)
                    .orElseThrow(() -> new ProviderException(
                            protocol.kind(response), "HTTP " + status + ": " + HttpErrors.words(response)));
        }
        return modelResponse(protocol.read(response));
    }

    private static ModelResponse modelResponse(ParsedResponse parsed) {
        return new ModelResponse(
                parsed.text(),
                parsed.toolArguments(),
                parsed.finish(),
                parsed.usage(),
                parsed.reportedModel(),
                parsed.fingerprint(),
                Duration.ZERO,
                1);
    }

    /** Captures the protocol that a provider supplies, and nothing else. */
    private static final class Capture implements Transport {

        private @Nullable Protocol protocol;

        @Override
        public Optional<String> key() {
            return Optional.empty();
        }

        @Override
        public ChatModel model(Protocol brought, ModelConfig model) {
            this.protocol = brought;
            return nothing();
        }

        @Override
        public ChatModel calling(Function<ChatRequest, ParsedResponse> call, ModelConfig model) {
            return nothing();
        }

        private static ChatModel nothing() {
            return request -> CompletableFuture.failedFuture(
                    new ProviderException(ProviderException.Kind.CANCELLED, "nothing is sent"));
        }
    }
}
