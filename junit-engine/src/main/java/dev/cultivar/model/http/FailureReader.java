package dev.cultivar.model.http;

import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.ProviderException.Kind;
import dev.cultivar.provider.WireResponse;
import dev.cultivar.settings.EndpointSettings;
import dev.cultivar.text.Plural;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Says what a failed attempt means: to the user in one line, and to the caller whether another attempt may help. */
final class FailureReader {

    private static final Set<Kind> PASSING =
            EnumSet.of(Kind.RATE_LIMIT, Kind.SERVER, Kind.CONNECTION, Kind.TIMEOUT, Kind.PROTOCOL);

    private static final int PROXY_AUTHENTICATION = 407;

    /** The message when OkHttp times out while connecting; the exception's type is that of any other timeout. */
    private static final Pattern CONNECTING = Pattern.compile("(?i)connect timed out");

    /** What OkHttp says when the proxy answers a tunnel request with a second 407. */
    private static final String PROXY_REFUSED = "Failed to authenticate with proxy";

    private final EndpointSettings settings;
    private final LinkOptions options;
    private final Duration deadline;
    private final SecretMask secrets;

    /** @param deadline for one attempt */
    FailureReader(EndpointSettings settings, LinkOptions options, Duration deadline, SecretMask secrets) {
        this.settings = settings;
        this.options = options;
        this.deadline = deadline;
        this.secrets = secrets;
    }

    /** An exception that names this endpoint, with secrets masked. */
    ProviderException failure(Kind kind, String what, @Nullable Throwable cause) {
        return failure(kind, what, 1, cause);
    }

    /** @param attempts how many were made; 0 if nothing was sent */
    ProviderException cancelled(int attempts) {
        return failure(Kind.CANCELLED, "the run was cancelled", attempts, null);
    }

    private ProviderException failure(Kind kind, String what, int attempts, @Nullable Throwable cause) {
        String reason = secrets.hide("Endpoint " + settings.name() + ": " + what);
        return cause == null
                ? new ProviderException(kind, reason, attempts)
                : new ProviderException(kind, reason, attempts, cause);
    }

    /**
     * @param exception what the user sees if there is no further attempt
     * @param mayPass whether another attempt may help
     * @param pause the shortest wait that the endpoint asks for
     */
    record Failure(ProviderException exception, boolean mayPass, Duration pause) {}

    /**
     * No response came.
     *
     * @param address where it was sent
     */
    Failure unanswered(String address, @Nullable IOException reason, int attempts) {
        if (reason instanceof TooLargeException) {
            return new Failure(failure(Kind.PROTOCOL, reason.getMessage() + ".", reason), false, Duration.ZERO);
        }
        if (reason instanceof SSLHandshakeException || reason instanceof SSLPeerUnverifiedException) {
            String what = "its certificate is not trusted (" + HttpErrors.oneLine(String.valueOf(reason.getMessage()))
                    + at(address) + "). Renew it, or name its authority in the option 'ca'.";
            return new Failure(failure(Kind.CONNECTION, what, reason), false, Duration.ZERO);
        }
        if (reason != null && PROXY_REFUSED.equals(reason.getMessage())) {
            return proxyRefused();
        }
        boolean late = reason instanceof InterruptedIOException;
        String what = late
                ? "no complete answer within " + deadline.toMillis() / 1000.0 + " s" + from(address)
                : "cannot be reached or broke off (" + why(reason) + at(address) + ")";
        return new Failure(failure(late ? Kind.TIMEOUT : Kind.CONNECTION, what, attempts, reason), true, Duration.ZERO);
    }

    private static String why(@Nullable IOException reason) {
        return HttpErrors.oneLine(reason == null ? "" : String.valueOf(reason.getMessage()));
    }

    private static String at(String address) {
        return address.isEmpty() ? "" : " at " + address;
    }

    private static String from(String address) {
        return address.isEmpty() ? "" : " from " + address;
    }

    /** Whether no connection was made, so that nothing was sent. */
    static boolean isUnreachable(@Nullable IOException reason) {
        return reason instanceof ConnectException
                || reason instanceof UnknownHostException
                || reason instanceof NoRouteToHostException
                || reason instanceof DirectLink.ConnectTimeout
                || (reason instanceof SocketTimeoutException
                        && CONNECTING
                                .matcher(String.valueOf(reason.getMessage()))
                                .find());
    }

    /** Why no more attempts are made. */
    String absence(String address, @Nullable IOException reason, Duration absent, int attempts) {
        return "cannot be reached at " + address + " (" + why(reason) + "), " + Plural.of(attempts, "attempt") + " in "
                + String.format(Locale.ROOT, "%.1f", absent.toMillis() / 1000.0)
                + " s. Check base-url and network, then try again; stored answers are not asked for twice.";
    }

    /**
     * The status is not 2xx.
     *
     * @param kind as the protocol classifies it
     * @param toWhom {@code " to model NAME"}, or empty
     * @param address where it was sent
     * @param entry the model's name in the settings
     */
    Failure refused(Kind kind, String toWhom, String address, String entry, WireResponse response, int attempts) {
        if (response.status() / 100 == 3) {
            String what = "answers HTTP " + response.status() + at(address) + " with a redirect" + target(response)
                    + ". Redirects are not followed, because they would carry the key along; correct its base-url.";
            return new Failure(failure(Kind.PROTOCOL, what, null), false, Duration.ZERO);
        }
        if (response.status() == PROXY_AUTHENTICATION) {
            return proxyRefused();
        }
        String code = HttpErrors.code(response);
        String status = "HTTP " + response.status() + (code.isEmpty() ? "" : ", " + code);
        if (kind == Kind.KEY) {
            String named = settings.keyEnv().map(name -> " in " + name).orElse("");
            String what = named.isEmpty()
                    ? "requires a key (" + status + said(response) + "); name its variable under key-env."
                    : "refuses the key" + named + " (" + status + said(response)
                            + "); check the key, its rights and its credit.";
            return new Failure(failure(kind, what, null), false, Duration.ZERO);
        }
        boolean lost = kind == Kind.NOT_FOUND;
        String what = "answers " + status + toWhom + (lost ? at(address) : "") + said(response)
                + (lost && !toWhom.isEmpty() ? "; check its base-url and the model's name in cultivar.yaml" : "")
                + (kind == Kind.BAD_REQUEST ? mend(response, entry) : "");
        boolean mayPass = PASSING.contains(kind);
        return new Failure(
                failure(kind, what, mayPass ? attempts : 1, null),
                mayPass,
                ThrottleHints.requestedPause(response, Instant.now()));
    }

    private String mend(WireResponse response, String entry) {
        return RefusedParameter.mend(response, settings.name(), entry)
                .map(line -> "; in cultivar.yaml, " + line)
                .orElse("");
    }

    /** The endpoint's own words, after a colon. They often quote part of the key. */
    private String said(WireResponse response) {
        String words = secrets.hideParts(HttpErrors.words(response));
        return words.isEmpty() ? "" : ": " + words;
    }

    /** No further attempt can help, and none may risk locking an account. */
    private Failure proxyRefused() {
        String what = options.proxyCredentialsEnv()
                .map(variable -> "the proxy refuses the user:password in " + variable + " (HTTP 407).")
                .orElse("the proxy wants a user and a password (HTTP 407); name the variable that holds them, as"
                        + " user:password, in the option proxy-credentials-env.");
        return new Failure(failure(Kind.KEY, what, null), false, Duration.ZERO);
    }

    /** A 2xx response that turns out to be an error, or that does not follow the protocol. */
    Failure unusable(String model, String address, ProviderException e, int attempts) {
        String what = "model " + model + ": " + HttpErrors.oneLine(String.valueOf(e.getMessage()))
                + (e.kind() == Kind.PROTOCOL && !address.isEmpty() ? "," + from(address) : "");
        boolean mayPass = PASSING.contains(e.kind());
        return new Failure(failure(e.kind(), what, mayPass ? attempts : 1, null), mayPass, Duration.ZERO);
    }

    private static String target(WireResponse response) {
        HttpUrl url = HttpUrl.parse(response.header("location").orElse(""));
        return url == null ? "" : " to " + url.host();
    }
}
