package dev.cultivar.model.http;

import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.ProviderException.Kind;
import dev.cultivar.settings.EndpointSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes an endpoint's key, headers and login from the environment, and has them masked from then on. */
final class EndpointCredentials {

    private static final String FROM_ENVIRONMENT = "env:";
    /** Values written into the settings against all advice must not be shown either. */
    private static final Pattern SENSITIVE =
            Pattern.compile("auth|key|token|secret|cookie|password", Pattern.CASE_INSENSITIVE);

    /** The characters that OkHttp allows in a header. */
    private static final Pattern HEADER = Pattern.compile("[\\t\\x20-\\x7E]*");

    private final EndpointSettings settings;
    private final LinkOptions options;
    private final KeySource keys;
    private final SecretMask secrets;

    EndpointCredentials(EndpointSettings settings, LinkOptions options, KeySource keys, SecretMask secrets) {
        this.settings = settings;
        this.options = options;
        this.keys = keys;
        this.secrets = secrets;
    }

    /** The key; empty where the endpoint needs none. */
    Optional<String> key() {
        return settings.keyEnv().map(variable -> {
            String key = requireForHeader(variable, "its key");
            secrets.add(key);
            return key;
        });
    }

    /** The endpoint's own headers. Also looks up the proxy's login, so that it can be masked. */
    Map<String, String> headers() {
        options.proxyCredentialsEnv().ifPresent(variable -> secrets.addCredentials(login(variable)));
        Map<String, String> headers = new HashMap<>();
        settings.headers().forEach((name, value) -> {
            String resolved = value;
            if (value.startsWith(FROM_ENVIRONMENT)) {
                resolved = requireForHeader(value.substring(FROM_ENVIRONMENT.length()), "the header " + name);
                secrets.add(resolved);
            } else if (SENSITIVE.matcher(name).find()) {
                secrets.add(resolved);
            }
            headers.put(name, resolved);
        });
        return headers;
    }

    private String require(String variable, String what) {
        String value = keys.get(variable);
        if (value == null || value.isBlank()) {
            throw new ProviderException(
                    Kind.KEY,
                    "Endpoint " + settings.name() + " takes " + what + " from the environment variable " + variable
                            + ", which is not set.");
        }
        return value.strip();
    }

    private String requireForHeader(String variable, String what) {
        String value = require(variable, what);
        // Otherwise the client would complain later and quote the value.
        if (!HEADER.matcher(value).matches()) {
            throw new ProviderException(
                    Kind.KEY,
                    "Endpoint " + settings.name() + " takes " + what + " from the environment variable " + variable
                            + ", which contains a character that no header allows; look for a line break or a quote"
                            + " that was copied with it.");
        }
        return value;
    }

    private String login(String variable) {
        String pair = require(variable, "the proxy's user:password");
        if (pair.indexOf(':') < 1) {
            throw new ProviderException(
                    Kind.KEY,
                    "Endpoint " + settings.name() + " takes the proxy's user:password from the environment variable "
                            + variable + ", which has no colon.");
        }
        return pair;
    }
}
