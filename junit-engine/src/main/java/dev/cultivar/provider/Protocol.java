package dev.cultivar.provider;

import java.util.Optional;
import org.apiguardian.api.API;

/** Translates between {@link ChatRequest} and HTTP. Pure and safe for use by many threads. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Protocol {

    /**
     * {@return the HTTP request, a POST of JSON}
     *
     * @param wireName the model as the endpoint knows it
     * @param request what to ask, with its sampling complete
     * @throws ProviderException of kind {@link ProviderException.Kind#BAD_REQUEST} where the endpoint is known not to
     *     understand such a request
     */
    WireRequest write(String wireName, ChatRequest request);

    /**
     * {@return what a response of status 2xx says}
     *
     * @param response of status 2xx
     * @throws ProviderException where it is an error after all, or does not follow the protocol
     */
    ParsedResponse read(WireResponse response);

    /**
     * {@return what went wrong}
     *
     * @param response of a status other than 2xx
     */
    default ProviderException.Kind kind(WireResponse response) {
        return ProviderException.Kind.ofStatus(response.status());
    }

    /**
     * {@return a response in the shape of an error: a filter in front of the model did not let the prompt through, or the
     * model wrote nothing up to its limit of tokens; empty where it really is an error}
     *
     * @param response of a status other than 2xx
     */
    default Optional<ParsedResponse> filtered(WireResponse response) {
        return Optional.empty();
    }

    /**
     * Refuses a request that an option of the endpoint rules out.
     *
     * @param understood whether the endpoint takes such a request
     * @param option the option that says so
     * @throws ProviderException of kind {@link ProviderException.Kind#BAD_REQUEST} where {@code understood} is false
     */
    static void require(boolean understood, String option) {
        if (!understood) {
            throw new ProviderException(
                    ProviderException.Kind.BAD_REQUEST, "its option " + option + ": false rules this request out");
        }
    }
}
