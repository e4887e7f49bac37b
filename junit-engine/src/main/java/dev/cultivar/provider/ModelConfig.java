package dev.cultivar.provider;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.apiguardian.api.API;

/**
 * What a provider needs to know about an entry of {@code models} in {@code cultivar.yaml}.
 *
 * @param name the entry's key, as suites give it
 * @param wireName the name by which the endpoint knows the model
 * @param sampling used for whatever a request leaves open; its seed is ignored
 * @param takesSeed whether a request's seed is sent
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ModelConfig(String name, String wireName, Sampling sampling, boolean takesSeed) {

    /**
     * {@return the request, with whatever it leaves open filled in from these settings} The {@link Transport} does this before it calls a
     * protocol.
     *
     * @param request may leave sampling open
     */
    public ChatRequest complete(ChatRequest request) {
        Sampling asked = request.sampling();
        Map<String, Object> extra = new HashMap<>(sampling.extraBody());
        extra.putAll(asked.extraBody());
        Sampling complete = new Sampling(
                asked.temperature().isPresent() ? asked.temperature() : sampling.temperature(),
                asked.topP().isPresent() ? asked.topP() : sampling.topP(),
                asked.maxTokens().isPresent() ? asked.maxTokens() : sampling.maxTokens(),
                takesSeed ? asked.seed() : OptionalLong.empty(),
                asked.reasoning().or(sampling::reasoning),
                extra);
        return new ChatRequest(request.messages(), complete, request.structure());
    }
}
