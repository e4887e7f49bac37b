package dev.cultivar.provider;

import org.apiguardian.api.API;

/**
 * A way to talk to chat endpoints. Found by {@link java.util.ServiceLoader}, so a jar on the class path may bring
 * another: a public class with a public constructor without arguments, named in {@code
 * META-INF/services/dev.cultivar.provider.Provider}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Provider {

    /** {@return what {@code provider:} in {@code cultivar.yaml} calls it; lower case} */
    String name();

    /**
     * Makes an endpoint ready. Sends nothing and does not look for the key yet: the endpoint may never be used. Settings
     * that it cannot use are refused with {@link EndpointConfig#invalid}.
     *
     * @param config what the settings say about the endpoint
     * @param transport sends HTTP requests within the endpoint's limits; a provider with its own client may ignore it
     * @return the endpoint
     */
    Endpoint open(EndpointConfig config, Transport transport);
}
