package dev.cultivar.model.http;

import dev.cultivar.provider.Protocol;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.ProviderException.Kind;
import dev.cultivar.provider.WireResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Says what a failed attempt means: to the user in one line, and whether another attempt may help. */
final class FailureReader {

    private static final Set<Kind> PASSING =
            EnumSet.of(Kind.RATE_LIMIT, Kind.SERVER, Kind.CONNECTION, Kind.TIMEOUT, Kind.PROTOCOL);

    private static final int PROXY_AUTHENTICATION = 407;

    /** What OkHttp says where a tunnel through the proxy was answered by 407 once more. */
    private static final String PROXY_REFUSED = "Failed to authenticate with proxy";

    private FailureReader() {}

    /**
     * @param exception for the user, should it stay at this attempt
     * @param mayPass whether another attempt may help
     * @param pause the least wait that the endpoint asks for
     */
    record Failure(ProviderException exception, boolean mayPass, Duration pause) {}

    /** No reply. */
    static Failure of(EndpointLink link, @Nullable IOException reason, int attempts) {
        if (reason instanceof HttpLink.TooLargeException) {
            return new Failure(link.failure(Kind.PROTOCOL, reason.getMessage() + ".", reason), false, Duration.ZERO);
        }
        if (reason instanceof SSLHandshakeException || reason instanceof SSLPeerUnverifiedException) {
            String what = "its certificate is not trusted (" + HttpErrors.oneLine(String.valueOf(reason.getMessage()))
                    + "). Renew it, or name its authority in the option 'ca'.";
            return new Failure(link.failure(Kind.CONNECTION, what, reason), false, Duration.ZERO);
        }
        if (reason != null && PROXY_REFUSED.equals(reason.getMessage())) {
            return proxyRefused(link);
        }
        boolean late = reason instanceof InterruptedIOException;
        String what = late
                ? "no whole answer within " + link.settings().timeout().toMillis() / 1000.0 + " s"
                : broken(reason);
        return new Failure(
                link.failure(late ? Kind.TIMEOUT : Kind.CONNECTION, what + after(attempts), reason),
                true,
                Duration.ZERO);
    }

    static String broken(@Nullable IOException reason) {
        return "cannot be reached or broke off ("
                + HttpErrors.oneLine(reason == null ? "" : String.valueOf(reason.getMessage())) + ")";
    }

    /** Whether no connection came about, so that not a byte was sent. */
    static boolean nobodyThere(@Nullable IOException reason) {
        return reason instanceof ConnectException
                || reason instanceof UnknownHostException
                || reason instanceof NoRouteToHostException;
    }

    /** A reply that is not 2xx. */
    static Failure of(EndpointLink link, String model, Protocol protocol, WireResponse reply, int attempts) {
        if (reply.status() / 100 == 3) {
            String what = "answers HTTP " + reply.status() + " with a redirect" + target(reply)
                    + ". Redirects are not followed, as they would carry the key along; correct its base-url.";
            return new Failure(link.failure(Kind.PROTOCOL, what, null), false, Duration.ZERO);
        }
        if (reply.status() == PROXY_AUTHENTICATION) {
            return proxyRefused(link);
        }
        Kind kind = protocol.kind(reply);
        String code = HttpErrors.code(reply);
        String status = "HTTP " + reply.status() + (code.isEmpty() ? "" : ", " + code);
        if (kind == Kind.KEY) {
            // Not the endpoint's own words: they often quote the key.
            String named = link.settings().keyEnv().map(name -> " in " + name).orElse("");
            String what = named.isEmpty()
                    ? "wants a key (" + status + "); name its variable under key-env."
                    : "refuses the key" + named + " (" + status + "); check the key, its rights and its credit.";
            return new Failure(link.failure(kind, what, null), false, Duration.ZERO);
        }
        String words = HttpErrors.words(reply);
        String what = "answers " + status + " to model " + model + (words.isEmpty() ? "" : ": " + words);
        boolean mayPass = PASSING.contains(kind);
        return new Failure(
                link.failure(kind, what + (mayPass ? after(attempts) : ""), null),
                mayPass,
                ThrottleHints.asked(reply, Instant.now()));
    }

    /** No further attempt can help, and none shall lock an account. */
    private static Failure proxyRefused(EndpointLink link) {
        String what = link.options()
                .proxyCredentialsEnv()
                .map(variable -> "the proxy refuses the user:password in " + variable + " (HTTP 407).")
                .orElse("the proxy wants a user and a password (HTTP 407); name the variable that holds them, as"
                        + " user:password, in the option proxy-credentials-env.");
        return new Failure(link.failure(Kind.KEY, what, null), false, Duration.ZERO);
    }

    /** A reply of 2xx that says something else. */
    static Failure of(EndpointLink link, String model, ProviderException e, int attempts) {
        String what = "model " + model + ": " + HttpErrors.oneLine(String.valueOf(e.getMessage()));
        boolean mayPass = PASSING.contains(e.kind());
        return new Failure(
                link.failure(e.kind(), what + (mayPass ? after(attempts) : ""), null), mayPass, Duration.ZERO);
    }

    private static String target(WireResponse reply) {
        okhttp3.HttpUrl url = okhttp3.HttpUrl.parse(reply.header("location").orElse(""));
        return url == null ? "" : " to " + url.host();
    }

    private static String after(int attempts) {
        return attempts == 1 ? "" : " (" + attempts + " attempts)";
    }
}
