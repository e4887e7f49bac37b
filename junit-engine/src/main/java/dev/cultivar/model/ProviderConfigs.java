package dev.cultivar.model;

import dev.cultivar.provider.EndpointConfig;
import dev.cultivar.provider.ModelConfig;
import dev.cultivar.provider.Sampling;
import dev.cultivar.settings.EndpointSettings;
import dev.cultivar.settings.ModelSettings;
import java.util.OptionalLong;

/** Shows providers their part of the settings. */
final class ProviderConfigs {

    private ProviderConfigs() {}

    static EndpointConfig of(EndpointSettings endpoint) {
        return new EndpointConfig(endpoint.name(), endpoint.provider(), endpoint.baseUrl(), endpoint.options());
    }

    static ModelConfig of(ModelSettings model) {
        return new ModelConfig(
                model.name(),
                model.wireName(),
                new Sampling(
                        model.temperature(),
                        model.topP(),
                        model.maxTokens(),
                        OptionalLong.empty(),
                        model.reasoning(),
                        model.extraBody()),
                model.sendSeed());
    }
}
