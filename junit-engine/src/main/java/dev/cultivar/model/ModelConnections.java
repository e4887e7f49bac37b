package dev.cultivar.model;

import dev.cultivar.model.http.CallThreads;
import dev.cultivar.model.http.EndpointLink;
import dev.cultivar.model.http.HttpLink;
import dev.cultivar.model.http.KeySource;
import dev.cultivar.model.http.LinkOptions;
import dev.cultivar.model.http.RepeatRule;
import dev.cultivar.model.limits.Backoff;
import dev.cultivar.model.limits.InFlight;
import dev.cultivar.provider.ChatModel;
import dev.cultivar.provider.Endpoint;
import dev.cultivar.provider.EndpointConfig;
import dev.cultivar.provider.Provider;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.settings.EndpointSettings;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.SettingsException;
import java.util.Collection;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** Open connections to the endpoints of a run. Safe for use by many threads. */
public final class ModelConnections implements AutoCloseable {

    private final OkHttpClient client;
    private final CallThreads threads;
    private final Map<String, EndpointLink> links = new TreeMap<>();
    private final Map<String, Endpoint> endpoints = new TreeMap<>();

    private ModelConnections(Collection<EndpointSettings> settings, KeySource keys, Backoff backoff, RepeatRule rule) {
        int most = settings.stream().mapToInt(EndpointSettings::concurrency).sum();
        this.threads = CallThreads.open(most);
        // The endpoints' own queues bound what is in flight, so the dispatcher must not.
        Dispatcher dispatcher = new Dispatcher(threads.waiting());
        dispatcher.setMaxRequests(Integer.MAX_VALUE);
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        this.client = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(Math.max(8, most), 1, TimeUnit.MINUTES))
                .build();
        Map<String, Provider> providers = providers();
        for (EndpointSettings endpoint : settings) {
            open(endpoint, providers, keys, backoff, rule);
        }
    }

    /**
     * Prepares the endpoints. Sends nothing and needs no key yet.
     *
     * @throws SettingsException where an endpoint's provider is unknown
     */
    public static ModelConnections open(Collection<EndpointSettings> endpoints, KeySource keys) {
        return open(endpoints, keys, Backoff.DEFAULT);
    }

    /** Like {@link #open(Collection, KeySource)}, with other waits between attempts. */
    public static ModelConnections open(Collection<EndpointSettings> endpoints, KeySource keys, Backoff backoff) {
        return open(endpoints, keys, backoff, RepeatRule.FREE);
    }

    /**
     * Like {@link #open(Collection, KeySource)}, with other waits between attempts.
     *
     * @param rule asked before a request is sent again
     */
    public static ModelConnections open(
            Collection<EndpointSettings> endpoints, KeySource keys, Backoff backoff, RepeatRule rule) {
        return new ModelConnections(endpoints, keys, backoff, rule);
    }

    private void open(
            EndpointSettings settings,
            Map<String, Provider> providers,
            KeySource keys,
            Backoff backoff,
            RepeatRule rule) {
        Provider provider = provider(settings, providers);
        EndpointConfig config = ProviderConfigs.of(settings);
        LinkOptions options = LinkOptions.of(config);
        HttpLink http = new HttpLink(client, settings, settings.timeout(), options, keys, threads.few());
        EndpointLink link = new EndpointLink(settings, keys, http, options, backoff, rule);
        links.put(settings.name(), link);
        endpoints.put(settings.name(), provider.open(config, link));
    }

    /**
     * The endpoint's provider.
     *
     * @throws SettingsException where there is none of that name
     */
    static Provider provider(EndpointSettings settings, Map<String, Provider> providers) {
        Provider provider = providers.get(settings.provider());
        if (provider == null) {
            throw new SettingsException("Endpoint " + settings.name() + " names the provider '" + settings.provider()
                    + "'; known are " + String.join(", ", providers.keySet()) + ".");
        }
        return provider;
    }

    static Map<String, Provider> providers() {
        return byName(ServiceLoader.load(Provider.class, ModelConnections.class.getClassLoader()));
    }

    /**
     * Providers by name. Each name may be used only once: which provider serves an endpoint must not depend on the order of jars.
     *
     * @throws SettingsException where two providers share a name
     */
    static Map<String, Provider> byName(Iterable<Provider> found) {
        Map<String, Provider> providers = new TreeMap<>();
        for (Provider provider : found) {
            Provider other = providers.put(provider.name(), provider);
            if (other != null) {
                throw new SettingsException("Two providers have the name '" + provider.name() + "': "
                        + other.getClass().getName() + " and "
                        + provider.getClass().getName()
                        + ". Rename yours, or take one of them off the class path.");
            }
        }
        return providers;
    }

    /**
     * A model, ready for requests.
     *
     * @throws ProviderException of kind {@link ProviderException.Kind#KEY} where its endpoint's key is missing
     * @throws SettingsException where its endpoint is not among the open ones
     */
    public ChatModel model(ModelSettings model) {
        Endpoint endpoint = endpoints.get(model.endpoint());
        if (endpoint == null) {
            throw new SettingsException("Model " + model.name() + " is at endpoint '" + model.endpoint()
                    + "', which is not among " + String.join(", ", endpoints.keySet()) + ".");
        }
        return endpoint.model(ProviderConfigs.of(model));
    }

    /** How many retries were sent, over all endpoints. */
    public long retries() {
        return links.values().stream().mapToLong(EndpointLink::retries).sum();
    }

    /** Requests in flight at all endpoints together. */
    public InFlight inFlight() {
        return links.values().stream().map(EndpointLink::inFlight).reduce(new InFlight(0, 0), InFlight::plus);
    }

    /** Cancels requests in flight and frees connections and threads. */
    @Override
    public void close() {
        // All at first: while one is closed, a call that ends at another must not send one that waits there.
        links.values().forEach(EndpointLink::sendNoMore);
        links.values().forEach(EndpointLink::close);
        client.dispatcher().cancelAll();
        threads.close();
        client.connectionPool().evictAll();
    }
}
