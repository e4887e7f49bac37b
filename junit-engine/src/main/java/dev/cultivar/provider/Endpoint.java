package dev.cultivar.provider;

import dev.cultivar.settings.ModelSettings;

/** An endpoint that is ready for use. */
@FunctionalInterface
public interface Endpoint {

    /**
     * A model of the endpoint.
     *
     * @throws ProviderException of kind {@link ProviderException.Kind#KEY} where a key or another value that the
     *     environment shall hold is missing
     */
    ChatModel model(ModelSettings model);
}
