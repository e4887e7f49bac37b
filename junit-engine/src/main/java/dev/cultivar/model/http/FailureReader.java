package dev.cultivar.model.http;

import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.ProviderException.Kind;
import dev.cultivar.provider.WireResponse;
import dev.cultivar.settings.EndpointSettings;
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
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Says what a failed attempt means: to the user in one line, and whether another attempt may help. */
final class FailureReader {

    private static final Set<Kind> PASSING =
            EnumSet.of(Kind.RATE_LIMIT, Kind.SERVER, Kind.CONNECTION, Kind.TIMEOUT, Kind.PROTOCOL);

    private static final int PROXY_AUTHENTICATION = 407;

    /** What OkHttp says where a tunnel through the proxy was answered by 407 once more. */
    private static final String PROXY_REFUSED = "Failed to authenticate with proxy";

    private final EndpointSettings settings;
    private final LinkOptions options;
    private final Duration deadline;
    private final SecretMask secrets;

    /** @param deadline of one attempt */
    FailureReader(EndpointSettings settings, LinkOptions options, Duration deadline, SecretMask secrets) {
        this.settings = settings;
        this.options = options;
        this.deadline = deadline;
        this.secrets = secrets;
    }

    /** An exception of this endpoint: names it, and hides what must not be shown. */
    ProviderException failure(Kind kind, String what, @Nullable Throwable cause) {
        return failure(kind, what, 1, cause);
    }

    private ProviderException failure(Kind kind, String what, int attempts, @Nullable Throwable cause) {
        String reason = secrets.hide("Endpoint " + settings.name() + ": " + what);
        return cause == null
                ? new ProviderException(kind, reason, attempts)
                : new ProviderException(kind, reason, attempts, cause);
    }

    /**
     * @param exception for the user, should it stay at this attempt
     * @param mayPass whether another attempt may help
     * @param pause the least wait that the endpoint asks for
     */
    record Failure(ProviderException exception, boolean mayPass, Duration pause) {}

    /** No response came. */
    Failure unanswered(@Nullable IOException reason, int attempts) {
        if (reason instanceof HttpLink.TooLargeException) {
            return new Failure(failure(Kind.PROTOCOL, reason.getMessage() + ".", reason), false, Duration.ZERO);
        }
        if (reason instanceof SSLHandshakeException || reason instanceof SSLPeerUnverifiedException) {
            String what = "its certificate is not trusted (" + HttpErrors.oneLine(String.valueOf(reason.getMessage()))
                    + "). Renew it, or name its authority in the option 'ca'.";
            return new Failure(failure(Kind.CONNECTION, what, reason), false, Duration.ZERO);
        }
        if (reason != null && PROXY_REFUSED.equals(reason.getMessage())) {
            return proxyRefused();
        }
        boolean late = reason instanceof InterruptedIOException;
        String what = late ? "no whole answer within " + deadline.toMillis() / 1000.0 + " s" : describe(reason);
        return new Failure(failure(late ? Kind.TIMEOUT : Kind.CONNECTION, what, attempts, reason), true, Duration.ZERO);
    }

    static String describe(@Nullable IOException reason) {
        return "cannot be reached or broke off ("
                + HttpErrors.oneLine(reason == null ? "" : String.valueOf(reason.getMessage())) + ")";
    }

    /** Whether no connection came about, so that not a byte was sent. */
    static boolean isUnreachable(@Nullable IOException reason) {
        return reason instanceof ConnectException
                || reason instanceof UnknownHostException
                || reason instanceof NoRouteToHostException;
    }

    /**
     * The status is not 2xx.
     *
     * @param kind as the protocol classifies it
     * @param toWhom {@code " to model NAME"}, or empty
     */
    Failure refused(Kind kind, String toWhom, WireResponse response, int attempts) {
        if (response.status() / 100 == 3) {
            String what = "answers HTTP " + response.status() + " with a redirect" + target(response)
                    + ". Redirects are not followed, as they would carry the key along; correct its base-url.";
            return new Failure(failure(Kind.PROTOCOL, what, null), false, Duration.ZERO);
        }
        if (response.status() == PROXY_AUTHENTICATION) {
            return proxyRefused();
        }
        String code = HttpErrors.code(response);
        String status = "HTTP " + response.status() + (code.isEmpty() ? "" : ", " + code);
        if (kind == Kind.KEY) {
            // Not the endpoint's own words: they often quote the key.
            String named = settings.keyEnv().map(name -> " in " + name).orElse("");
            String what = named.isEmpty()
                    ? "wants a key (" + status + "); name its variable under key-env."
                    : "refuses the key" + named + " (" + status + "); check the key, its rights and its credit.";
            return new Failure(failure(kind, what, null), false, Duration.ZERO);
        }
        String words = HttpErrors.words(response);
        String what = "answers " + status + toWhom + (words.isEmpty() ? "" : ": " + words);
        boolean mayPass = PASSING.contains(kind);
        return new Failure(
                failure(kind, what, mayPass ? attempts : 1, null),
                mayPass,
                ThrottleHints.requestedPause(response, Instant.now()));
    }

    /** No further attempt can help, and none shall lock an account. */
    private Failure proxyRefused() {
        String what = options.proxyCredentialsEnv()
                .map(variable -> "the proxy refuses the user:password in " + variable + " (HTTP 407).")
                .orElse("the proxy wants a user and a password (HTTP 407); name the variable that holds them, as"
                        + " user:password, in the option proxy-credentials-env.");
        return new Failure(failure(Kind.KEY, what, null), false, Duration.ZERO);
    }

    /** A response of 2xx that is an error after all, or not what the protocol says. */
    Failure unusable(String model, ProviderException e, int attempts) {
        String what = "model " + model + ": " + HttpErrors.oneLine(String.valueOf(e.getMessage()));
        boolean mayPass = PASSING.contains(e.kind());
        return new Failure(failure(e.kind(), what, mayPass ? attempts : 1, null), mayPass, Duration.ZERO);
    }

    private static String target(WireResponse response) {
        HttpUrl url = HttpUrl.parse(response.header("location").orElse(""));
        return url == null ? "" : " to " + url.host();
    }
}
