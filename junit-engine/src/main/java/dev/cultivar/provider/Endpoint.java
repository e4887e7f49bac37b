package dev.cultivar.provider;

import org.apiguardian.api.API;

/** An endpoint that is ready for use. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface Endpoint {

    /**
     * A model of the endpoint.
     *
     * @throws ProviderException of kind {@link ProviderException.Kind#KEY} where a key or another value that the
     *     environment shall hold is missing
     */
    ChatModel model(ModelConfig model);
}
