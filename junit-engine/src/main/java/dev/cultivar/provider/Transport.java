package dev.cultivar.provider;

import java.util.Optional;
import java.util.function.Function;
import org.apiguardian.api.API;

/**
 * The path to one endpoint, with its concurrency, deadline, retries and pauses, and its extra headers. A provider adds only the
 * {@link Protocol}, or a call.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Transport {

    /**
     * {@return the endpoint's key, from the environment; empty where it needs none}
     *
     * @throws ProviderException of kind {@link ProviderException.Kind#KEY} where the variable is not set
     */
    Optional<String> key();

    /**
     * {@return a model that speaks the protocol; values that a request leaves open come from the model's settings}
     *
     * @param protocol how to write requests and read responses
     * @param model what the settings say about the model
     */
    ChatModel model(Protocol protocol, ModelConfig model);

    /**
     * {@return a model that is asked by a call instead of over HTTP, for example through a vendor's client; it keeps to the endpoint's
     * concurrency and rates, and uses its deadline and retries}
     *
     * @param call asks the model once. It runs in one of the transport's own threads, may block there, and is interrupted at the deadline.
     *     The kind of a {@link ProviderException} decides whether it is tried again; anything else that it throws counts as a temporary
     *     failure
     * @param model what the settings say about the model
     */
    ChatModel calling(Function<ChatRequest, ParsedResponse> call, ModelConfig model);
}
