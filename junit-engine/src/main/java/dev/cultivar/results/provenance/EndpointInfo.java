package dev.cultivar.results.provenance;

import dev.cultivar.settings.EndpointSettings;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An endpoint as results show it.
 *
 * @param baseUrl without user, query and fragment; empty for the provider's own
 * @param keyEnv name of the environment variable that holds the key, or empty
 * @param headers names only; a value might be a secret
 * @param options quirks; values that look like secrets are masked
 */
public record EndpointInfo(
        String name,
        String provider,
        String baseUrl,
        String keyEnv,
        List<String> headers,
        SortedMap<String, Object> options) {

    static EndpointInfo of(EndpointSettings endpoint) {
        SortedMap<String, Object> options = new TreeMap<>();
        endpoint.options().forEach((key, value) -> options.put(key, SecretSettings.value(key, value)));
        return new EndpointInfo(
                endpoint.name(),
                endpoint.provider(),
                endpoint.baseUrl().map(SecretSettings::address).orElse(""),
                endpoint.keyEnv().orElse(""),
                endpoint.headers().keySet().stream().sorted().toList(),
                options);
    }
}
