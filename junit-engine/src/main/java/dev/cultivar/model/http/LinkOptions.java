package dev.cultivar.model.http;

import dev.cultivar.provider.EndpointConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Transport options of an endpoint, independent of its protocol.
 *
 * @param proxy {@code http://host:port} or {@code socks://host:port}; empty to use the JVM's own properties
 * @param proxyCredentialsEnv variable that holds {@code user:password} for the proxy
 * @param ca PEM file of certificates to trust in addition to the JVM's own
 * @param http2 whether to offer HTTP/2
 * @param leaveOutRefused whether to stop sending model settings that the endpoint refuses
 * @param retryHorizon how long to keep trying without a success while the endpoint throttles; {@code patience} in the file
 */
public record LinkOptions(
        Optional<URI> proxy,
        Optional<String> proxyCredentialsEnv,
        Optional<Path> ca,
        boolean http2,
        boolean leaveOutRefused,
        Duration retryHorizon) {

    /** The connection to the proxy itself has no TLS; the connection through it does. */
    private static final Set<String> PROXIES = Set.of("http", "socks", "socks5");

    private static final Duration RETRY_HORIZON = Duration.ofMinutes(10);
    private static final Duration ABSENCE = Duration.ofSeconds(30);

    /** How long to keep trying without a connection. */
    Duration absence() {
        return retryHorizon.compareTo(ABSENCE) < 0 ? retryHorizon : ABSENCE;
    }

    public static LinkOptions of(EndpointConfig config) {
        Optional<URI> proxy = config.option("proxy").map(value -> uri(config, value));
        Optional<String> credentials = config.option("proxy-credentials-env");
        if (credentials.isPresent() && proxy.map(LinkOptions::isSocks).orElse(false)) {
            throw config.invalid(": option proxy-credentials-env is for HTTP proxies; a SOCKS proxy"
                    + " that asks for a password cannot be used. Leave the option out,"
                    + " or go through an HTTP proxy.");
        }
        return new LinkOptions(
                proxy,
                credentials,
                config.option("ca").map(Path::of),
                config.flag("http2", true),
                config.flag("leave-out-refused", false),
                config.option("patience").map(value -> seconds(config, value)).orElse(RETRY_HORIZON));
    }

    private static Duration seconds(EndpointConfig config, String value) {
        try {
            return Duration.ofMillis(Math.round(1000 * Double.parseDouble(value.replaceAll("s$", ""))));
        } catch (NumberFormatException e) {
            throw config.invalid(": option patience is '" + value + "'; it must be seconds, for example 600s.");
        }
    }

    static boolean isSocks(URI proxy) {
        return proxy.getScheme().toLowerCase(Locale.ROOT).startsWith("socks");
    }

    private static URI uri(EndpointConfig config, String value) {
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
        // Omit the value: it may contain a password.
        throw config.invalid(": option proxy must be like http://host:3128"
                + " or socks://host:1080; credentials belong in the variable named by proxy-credentials-env.");
    }
}
