package dev.cultivar.provider;

import java.util.Optional;
import org.apiguardian.api.API;

/** Translates between {@link ChatRequest} and HTTP. Pure and safe for use by many threads. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Protocol {

    /**
     * The HTTP request, always a POST of JSON.
     *
     * @param wireName the model as the endpoint knows it
     * @param request what to ask, its sampling complete
     * @throws ProviderException of kind {@link ProviderException.Kind#BAD_REQUEST} where the endpoint is known not to
     *     understand such a request
     */
    WireRequest write(String wireName, ChatRequest request);

    /**
     * Reads a reply of status 2xx.
     *
     * @throws ProviderException where the reply is an error after all or does not follow the protocol
     */
    ParsedResponse read(WireResponse reply);

    /** What went wrong, of a reply that is not 2xx. */
    default ProviderException.Kind kind(WireResponse reply) {
        return ProviderException.Kind.ofStatus(reply.status());
    }

    /** An answer that comes as an error: a filter in front of the model that did not let the prompt through. */
    default Optional<ParsedResponse> filtered(WireResponse reply) {
        return Optional.empty();
    }

    /**
     * For what an endpoint's option rules out.
     *
     * @throws ProviderException of kind {@link ProviderException.Kind#BAD_REQUEST} where {@code understood} is false
     */
    static void require(boolean understood, String option) {
        if (!understood) {
            throw new ProviderException(
                    ProviderException.Kind.BAD_REQUEST, "its option " + option + ": false rules this request out");
        }
    }
}
