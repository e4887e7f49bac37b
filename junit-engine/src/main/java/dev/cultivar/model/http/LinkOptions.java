package dev.cultivar.model.http;

import dev.cultivar.settings.EndpointSettings;
import dev.cultivar.settings.SettingsException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Options of an endpoint that concern the way to it, whatever its protocol.
 *
 * @param proxy {@code http://host:port} or {@code socks://host:port}; empty for what the JVM's own properties say
 * @param proxyCredentialsEnv variable that holds {@code user:password} for the proxy
 * @param ca PEM file of certificates that are trusted beside the JVM's own
 * @param http2 whether to offer HTTP/2
 * @param retryHorizon longest time to go on without one success while the endpoint throttles; {@code patience} in the file
 */
public record LinkOptions(
        Optional<URI> proxy,
        Optional<String> proxyCredentialsEnv,
        Optional<Path> ca,
        boolean http2,
        Duration retryHorizon) {

    private static final Set<String> NAMES = Set.of("proxy", "proxy-credentials-env", "ca", "http2", "patience");
    /** To a proxy itself there is no TLS; through it there is. */
    private static final Set<String> PROXIES = Set.of("http", "socks", "socks5");

    private static final Duration RETRY_HORIZON = Duration.ofMinutes(10);

    public static LinkOptions of(EndpointSettings settings) {
        Optional<URI> proxy = text(settings, "proxy").map(value -> uri(settings, value));
        Optional<String> credentials = text(settings, "proxy-credentials-env");
        if (credentials.isPresent() && proxy.map(LinkOptions::isSocks).orElse(false)) {
            throw new SettingsException(
                    "Endpoint " + settings.name() + ": option proxy-credentials-env is for HTTP proxies; a SOCKS proxy"
                            + " that asks for a password cannot be used. Leave the option out,"
                            + " or go through an HTTP proxy.");
        }
        return new LinkOptions(
                proxy,
                credentials,
                text(settings, "ca").map(Path::of),
                flag(settings, "http2", true),
                text(settings, "patience")
                        .map(value -> seconds(settings, value))
                        .orElse(RETRY_HORIZON));
    }

    /**
     * Refuses options that neither the way nor the provider knows, as a mistyped one would be ignored in silence.
     *
     * @throws SettingsException naming it and the known ones
     */
    public static void requireKnown(EndpointSettings settings, String... ofProvider) {
        Set<String> known = new TreeSet<>(NAMES);
        known.addAll(List.of(ofProvider));
        List<String> unknown = new ArrayList<>(settings.options().keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new SettingsException("Endpoint " + settings.name() + ": provider " + settings.provider()
                    + " has no option '" + unknown.get(0) + "'; it has " + String.join(", ", known) + ".");
        }
    }

    public static Optional<String> text(EndpointSettings settings, String option) {
        return Optional.ofNullable(settings.options().get(option)).map(String::strip);
    }

    public static boolean flag(EndpointSettings settings, String option, boolean byDefault) {
        String value = text(settings, option).orElse(String.valueOf(byDefault));
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(settings, option, value, "true or false");
        };
    }

    private static Duration seconds(EndpointSettings settings, String value) {
        try {
            return Duration.ofMillis(Math.round(1000 * Double.parseDouble(value.replaceAll("s$", ""))));
        } catch (NumberFormatException e) {
            throw wrong(settings, "patience", value, "seconds, for example 600s");
        }
    }

    static boolean isSocks(URI proxy) {
        return proxy.getScheme().toLowerCase(Locale.ROOT).startsWith("socks");
    }

    private static URI uri(EndpointSettings settings, String value) {
        try {
            URI uri = URI.create(value);
            if (uri.getHost() != null
                    && uri.getPort() > 0
                    && uri.getUserInfo() == null
                    && PROXIES.contains(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // the message below covers it
        }
        // Without the value, which may hold a password.
        throw new SettingsException("Endpoint " + settings.name() + ": option proxy must be like http://host:3128"
                + " or socks://host:1080; credentials belong into the variable named by proxy-credentials-env.");
    }

    static SettingsException wrong(EndpointSettings settings, String option, String value, String wanted) {
        return new SettingsException("Endpoint " + settings.name() + ": option " + option + " is '" + value
                + "'; it must be " + wanted + ".");
    }
}
