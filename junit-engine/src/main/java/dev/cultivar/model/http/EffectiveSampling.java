package dev.cultivar.model.http;

import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.Sampling;
import dev.cultivar.settings.ModelSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Fills what a request leaves open from its model's settings. */
public final class EffectiveSampling {

    private EffectiveSampling() {}

    public static ChatRequest of(ModelSettings model, ChatRequest request) {
        Sampling asked = request.sampling();
        Map<String, Object> extra = new HashMap<>(model.extraBody());
        extra.putAll(asked.extraBody());
        Sampling effective = new Sampling(
                asked.temperature().isPresent() ? asked.temperature() : model.temperature(),
                asked.topP().isPresent() ? asked.topP() : model.topP(),
                asked.maxTokens().isPresent() ? asked.maxTokens() : model.maxTokens(),
                model.sendSeed() ? asked.seed() : OptionalLong.empty(),
                extra);
        return new ChatRequest(request.messages(), effective, request.structure());
    }
}
