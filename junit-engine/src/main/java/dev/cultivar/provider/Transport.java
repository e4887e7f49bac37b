package dev.cultivar.provider;

import java.util.Optional;
import java.util.function.Function;
import org.apiguardian.api.API;

/**
 * The path to one endpoint: its concurrency, deadline, retries and pauses, and its extra headers. A provider only
 * brings the {@link Protocol}, or a call.
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
     * {@return a model that speaks the protocol; what a request leaves open is taken from the model's settings}
     *
     * @param protocol how to ask and how to read
     * @param model what the settings say about the model
     */
    ChatModel model(Protocol protocol, ModelConfig model);

    /**
     * {@return a model that is asked by a call instead of over HTTP, for example through a vendor's client; within the endpoint's concurrency
     * and rates, with its deadline and retries}
     *
     * @param call asks the model once; runs in a thread of the transport's own, may wait there, and is interrupted at the deadline. The
     *     kind of a {@link ProviderException} says whether it is tried again; anything else that it throws counts as a fault that may pass
     * @param model what the settings say about the model
     */
    ChatModel calling(Function<ChatRequest, ParsedResponse> call, ModelConfig model);
}
