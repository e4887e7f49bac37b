package dev.cultivar.provider;

import dev.cultivar.settings.SettingsException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apiguardian.api.API;

/**
 * What a provider needs to know about an entry of {@code endpoints} in {@code cultivar.yaml}; the {@link Transport} handles the rest.
 *
 * @param name the entry's key
 * @param provider the provider's name
 * @param baseUrl start of every URL, without a trailing slash; empty to use the provider's own default
 * @param options value by name, for example {@code max-completion-tokens: true}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record EndpointConfig(String name, String provider, Optional<String> baseUrl, Map<String, String> options) {

    /** Options that the transport understands for any provider. */
    private static final Set<String> OF_TRANSPORT =
            Set.of("proxy", "proxy-credentials-env", "ca", "http2", "leave-out-refused", "patience");

    /** Copies the options. {@inheritDoc} */
    public EndpointConfig {
        options = Map.copyOf(options);
    }

    /**
     * {@return an option's value without surrounding white space; empty where it is not given}
     *
     * @param option its name
     */
    public Optional<String> option(String option) {
        return Optional.ofNullable(options.get(option)).map(String::strip);
    }

    /**
     * {@return an option that is {@code true} or {@code false}; anything else is {@linkplain #invalid refused}}
     *
     * @param option its name
     * @param byDefault the value where it is not given
     */
    public boolean flag(String option, boolean byDefault) {
        String value = option(option).orElse(String.valueOf(byDefault));
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid(": option " + option + " is '" + value + "'; it must be true or false.");
        };
    }

    /**
     * Refuses options that neither the transport nor the provider knows; a mistyped option would otherwise be silently ignored.
     *
     * @param ofProvider names of the options that the provider knows
     */
    public void requireKnownOptions(List<String> ofProvider) {
        Set<String> known = new TreeSet<>(OF_TRANSPORT);
        known.addAll(ofProvider);
        Optional<String> unknown = options.keySet().stream()
                .filter(option -> !known.contains(option))
                .sorted()
                .findFirst();
        if (unknown.isPresent()) {
            throw invalid(": provider " + provider + " has no option '" + unknown.get() + "'; it has "
                    + String.join(", ", known) + ".");
        }
    }

    /**
     * {@return the exception for settings that cannot be used; it ends the run before anything is sent}
     *
     * @param what how the message continues after "Endpoint NAME", for example {@code " needs a base-url."}
     */
    public RuntimeException invalid(String what) {
        return new SettingsException("Endpoint " + name + what);
    }
}
