package dev.cultivar.provider;

import org.apiguardian.api.API;

/** An endpoint that is ready for use. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface Endpoint {

    /**
     * {@return a model of the endpoint, ready for requests}
     *
     * @param model what the settings say about the model
     * @throws ProviderException of kind {@link ProviderException.Kind#KEY} where a key or another value from the
     *     environment is missing
     */
    ChatModel model(ModelConfig model);
}
