package dev.cultivar.model.http;

import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.ProviderException;
import java.util.Optional;

/** Decides whether a request may be sent again. Each attempt may cost money, whether its answer arrives or not. */
@FunctionalInterface
public interface RepeatRule {

    /** Lets everything be sent again. */
    RepeatRule FREE = (model, request, failure) -> Optional.empty();

    /**
     * Called before another attempt.
     *
     * @param model the model's name in the settings
     * @param failure how the last attempt ended
     * @return what the request ends with instead; empty if it may be sent again
     */
    Optional<RuntimeException> against(String model, ChatRequest request, ProviderException failure);
}
