package dev.cultivar.model;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Locale;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;

/** Sends an endpoint's requests through a proxy. */
final class ProxyRoute {

    private static final String HEADER = "Proxy-Authorization";

    private ProxyRoute() {}

    static void set(OkHttpClient.Builder builder, LinkOptions options, Environment environment) {
        options.proxy().ifPresent(uri -> builder.proxy(proxy(uri)));
        options.proxyCredentialsEnv()
                .ifPresent(variable -> builder.proxyAuthenticator((route, response) -> {
                    String value = environment.get(variable);
                    int colon = value == null ? -1 : value.indexOf(':');
                    // A second challenge means that they were refused.
                    return colon < 0 || value == null || response.request().header(HEADER) != null
                            ? null
                            : response.request()
                                    .newBuilder()
                                    .header(
                                            HEADER,
                                            Credentials.basic(value.substring(0, colon), value.substring(colon + 1)))
                                    .build();
                }));
    }

    private static Proxy proxy(URI uri) {
        boolean socks = uri.getScheme().toLowerCase(Locale.ROOT).startsWith("socks");
        return new Proxy(
                socks ? Proxy.Type.SOCKS : Proxy.Type.HTTP, new InetSocketAddress(uri.getHost(), uri.getPort()));
    }
}
