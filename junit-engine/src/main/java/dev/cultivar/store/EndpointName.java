package dev.cultivar.store;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The name of an endpoint in a key. It identifies who answers, not how the path there is written. */
public final class EndpointName {

    /** The server of the planted models; its port changes with every run. */
    public static final String PLANTED = "planted";

    private EndpointName() {}

    /** Provider and base URL, without user, query, fragment and closing slash; these may hold keys and do not distinguish endpoints. */
    public static String of(String provider, URI baseUrl) {
        String scheme = text(baseUrl.getScheme()).toLowerCase(Locale.ROOT);
        String host = text(baseUrl.getHost()).toLowerCase(Locale.ROOT);
        String port = baseUrl.getPort() < 0 || isDefault(scheme, baseUrl.getPort()) ? "" : ":" + baseUrl.getPort();
        String path = text(baseUrl.getPath()).replaceAll("/++$", "");
        return provider + " " + scheme + "://" + host + port + path;
    }

    private static boolean isDefault(String scheme, int port) {
        return ("https".equals(scheme) && port == 443) || ("http".equals(scheme) && port == 80);
    }

    private static String text(@Nullable String part) {
        return part == null ? "" : part;
    }
}
