package dev.cultivar.provider;

import java.util.Map;
import org.apiguardian.api.API;

/**
 * An HTTP POST.
 *
 * @param url absolute; contains no key
 * @param headers additional headers; a key belongs here
 * @param body JSON
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record WireRequest(String url, Map<String, String> headers, String body) {

    /** Copies the headers. {@inheritDoc} */
    public WireRequest {
        headers = Map.copyOf(headers);
    }

    /** Leaves out headers and body: one may contain a key, the other a prompt. */
    @Override
    public String toString() {
        return "POST of " + body.length() + " characters";
    }
}
