package dev.cultivar.provider;

import java.util.Optional;
import org.apiguardian.api.API;

/** Translates between {@link ChatRequest} and HTTP. Pure and safe for use by many threads. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Protocol {

    /**
     * {@return the HTTP request, which is a POST of JSON}
     *
     * @param wireName the model as the endpoint knows it
     * @param request what to ask, with complete sampling
     * @throws ProviderException of kind {@link ProviderException.Kind#BAD_REQUEST} where the endpoint is known not to
     *     understand such a request
     */
    WireRequest write(String wireName, ChatRequest request);

    /**
     * {@return what a 2xx response says}
     *
     * @param response a response with status 2xx
     * @throws ProviderException where it turns out to be an error, or does not follow the protocol
     */
    ParsedResponse read(WireResponse response);

    /**
     * {@return what went wrong}
     *
     * @param response a response with a status other than 2xx
     */
    default ProviderException.Kind kind(WireResponse response) {
        return ProviderException.Kind.ofStatus(response.status());
    }

    /**
     * {@return the response behind a status that looks like an error: a filter in front of the model blocked the prompt, or the model
     * wrote nothing before it hit its token limit; empty where it really is an error}
     *
     * @param response a response with a status other than 2xx
     */
    default Optional<ParsedResponse> filtered(WireResponse response) {
        return Optional.empty();
    }

    /**
     * Refuses a request that an option of the endpoint rules out.
     *
     * @param understood whether the endpoint understands such a request
     * @param option the option that decides this
     * @throws ProviderException of kind {@link ProviderException.Kind#BAD_REQUEST} where {@code understood} is false
     */
    static void require(boolean understood, String option) {
        if (!understood) {
            throw new ProviderException(
                    ProviderException.Kind.BAD_REQUEST, "its option " + option + ": false rules this request out");
        }
    }
}
