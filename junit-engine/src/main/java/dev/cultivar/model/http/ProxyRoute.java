package dev.cultivar.model.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;

/** Sends an endpoint's requests through a proxy. */
final class ProxyRoute {

    private static final String HEADER = "Proxy-Authorization";

    private ProxyRoute() {}

    static void set(OkHttpClient.Builder builder, LinkOptions options, KeySource environment) {
        options.proxy().ifPresent(uri -> builder.proxy(proxy(uri)));
        options.proxyCredentialsEnv()
                .ifPresent(variable -> builder.proxyAuthenticator((route, response) -> {
                    String set = environment.get(variable);
                    String value = set == null ? "" : set.strip();
                    int colon = value.indexOf(':');
                    // A second challenge means that the credentials were refused.
                    return colon < 0 || response.request().header(HEADER) != null
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
        return new Proxy(
                LinkOptions.isSocks(uri) ? Proxy.Type.SOCKS : Proxy.Type.HTTP,
                new InetSocketAddress(uri.getHost(), uri.getPort()));
    }
}
