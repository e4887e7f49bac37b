package dev.cultivar.provider;

import org.apiguardian.api.API;

/**
 * A way to talk to chat endpoints. Providers are found by {@link java.util.ServiceLoader}, so a jar on the class path can add one: a
 * public class with a public constructor without arguments, named in {@code META-INF/services/dev.cultivar.provider.Provider}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Provider {

    /** {@return the name that {@code provider:} in {@code cultivar.yaml} uses for it; lower case} */
    String name();

    /**
     * Prepares an endpoint. Sends nothing and does not look up the key yet: the endpoint may never be used. Refuses unusable settings with
     * {@link EndpointConfig#invalid}.
     *
     * @param config what the settings say about the endpoint
     * @param transport sends HTTP requests within the endpoint's limits; a provider with its own client may ignore it
     * @return the endpoint
     */
    Endpoint open(EndpointConfig config, Transport transport);
}
