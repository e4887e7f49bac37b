package dev.cultivar.run;

import dev.cultivar.provider.Sampling;
import dev.cultivar.settings.ModelSettings;
import java.util.OptionalLong;

/** How a model samples, according to its settings. */
final class Samplings {

    private Samplings() {}

    static Sampling of(ModelSettings settings) {
        return new Sampling(
                settings.temperature(),
                settings.topP(),
                settings.maxTokens(),
                OptionalLong.empty(),
                settings.reasoning(),
                settings.extraBody());
    }
}
