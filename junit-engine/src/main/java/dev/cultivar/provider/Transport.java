package dev.cultivar.provider;

import java.util.Optional;
import org.apiguardian.api.API;

/**
 * HTTP for one endpoint: its concurrency, deadline, retries and pauses, and its extra headers. A provider only
 * brings the {@link Protocol}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Transport {

    /**
     * {@return the endpoint's key, from the environment; empty where it needs none}
     *
     * @throws ProviderException of kind {@link ProviderException.Kind#KEY} where the variable is not set
     */
    Optional<String> key();

    /**
     * {@return a model that speaks the protocol; what a request leaves open is taken from the model's settings}
     *
     * @param protocol how to ask and how to read
     * @param model what the settings say about the model
     */
    ChatModel model(Protocol protocol, ModelConfig model);
}
