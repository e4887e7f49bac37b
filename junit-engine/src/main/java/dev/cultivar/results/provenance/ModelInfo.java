package dev.cultivar.results.provenance;

import dev.cultivar.settings.ModelSettings;
import dev.cultivar.text.Decimals;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A model and how it was sampled, as results show it; see {@link ModelSettings}. Null means that the endpoint decides. */
public record ModelInfo(
        String name,
        String endpoint,
        String wireName,
        String family,
        @Nullable Double temperature,
        @Nullable Double topP,
        @Nullable Integer maxTokens,
        boolean sendSeed,
        @Nullable String system,
        @Nullable String reasoning,
        SortedMap<String, Object> extraBody,
        SortedMap<String, Double> capability) {

    static ModelInfo of(ModelSettings model) {
        return new ModelInfo(
                model.name(),
                model.endpoint(),
                model.wireName(),
                model.family(),
                Decimals.orNull(model.temperature()),
                Decimals.orNull(model.topP()),
                model.maxTokens().isPresent() ? model.maxTokens().getAsInt() : null,
                model.sendSeed(),
                model.system().orElse(null),
                model.reasoning().orElse(null),
                extraBody(model.extraBody()),
                new TreeMap<>(model.capability()));
    }

    private static SortedMap<String, Object> extraBody(Map<String, Object> fields) {
        SortedMap<String, Object> shown = new TreeMap<>();
        fields.forEach((key, value) -> shown.put(key, SecretSettings.value(key, value)));
        return shown;
    }
}
