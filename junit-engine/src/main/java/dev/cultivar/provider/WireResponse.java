package dev.cultivar.provider;

import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * An HTTP response; untrusted.
 *
 * @param status HTTP status
 * @param headers first value of each header, by name in lower case
 * @param body the bytes, limited by the transport
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@SuppressWarnings("ArrayRecordComponent") // nobody compares these, and copying each one would be wasteful
public record WireResponse(int status, Map<String, String> headers, byte[] body) {

    /** Copies the headers, not the body. {@inheritDoc} */
    public WireResponse {
        headers = Map.copyOf(headers);
    }

    /**
     * {@return the first value of a header; empty where there is none}
     *
     * @param lowerCaseName its name in lower case
     */
    public Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }

    @Override
    public String toString() {
        return "HTTP " + status + ", " + body.length + " bytes";
    }
}
