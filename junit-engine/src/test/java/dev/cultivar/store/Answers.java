package dev.cultivar.store;

import dev.cultivar.model.ChatRequest;
import dev.cultivar.model.Completion;
import dev.cultivar.model.FinishReason;
import dev.cultivar.model.Sampling;
import dev.cultivar.model.Usage;
import java.time.Duration;
import java.util.Optional;

/** Keys and answers for tests. */
final class Answers {

    private Answers() {}

    static StoreKey key(int number) {
        return StoreKey.of(
                StoreKey.Kind.ANSWER,
                EndpointName.BASELINE,
                "model-" + number % 3,
                ChatRequest.of("prompt " + number, Sampling.DEFAULT.withSeed(number)),
                "1",
                0);
    }

    static Completion answer(String text) {
        return new Completion(
                text,
                Optional.of("{\"stances\":[]}"),
                FinishReason.STOP,
                new Usage(7, 11),
                Optional.of("gpt"),
                Optional.of("fp_1"),
                Duration.ofMillis(12),
                2);
    }
}
