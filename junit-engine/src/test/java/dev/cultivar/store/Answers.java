package dev.cultivar.store;

import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.FinishReason;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.Sampling;
import dev.cultivar.provider.Usage;
import dev.cultivar.settings.StoreMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Keys and answers for tests. */
final class Answers {

    private Answers() {}

    static StoreKey key(int number) {
        return StoreKey.of(
                StoreKey.Kind.ANSWER,
                EndpointName.PLANTED,
                "model-" + number % 3,
                ChatRequest.of("prompt " + number, Sampling.DEFAULT.withSeed(number)),
                "1",
                0);
    }

    static ModelResponse answer(String text) {
        return new ModelResponse(
                text,
                Optional.of("{\"stances\":[]}"),
                FinishReason.STOP,
                new Usage(7, 11),
                Optional.of("gpt"),
                Optional.of("fp_1"),
                Duration.ofMillis(12),
                2);
    }

    /** Through a store whose answers are never too old. */
    static StoredAsking asking(ResponseStore store, StoreMode mode) {
        return new StoredAsking(store, mode, () -> Instant.EPOCH);
    }
}
