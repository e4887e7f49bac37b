package dev.cultivar.run.cost;

import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.Usage;
import dev.cultivar.settings.ModelSettings;
import java.nio.charset.StandardCharsets;

/** The most that a request can cost, known before it is sent. */
final class WorstCaseCost {

    /** What a message costs besides its text: role and delimiters. */
    private static final int PER_MESSAGE = 16;

    /** The built-in models' answers are shorter. */
    private static final int BUILT_IN_ANSWER = 1024;

    private WorstCaseCost() {}

    /** The upper bound on usage: no tokeniser makes more tokens than the text has bytes. */
    static Usage of(ModelSettings model, ChatRequest request) {
        long input = request.messages().stream()
                .mapToLong(message -> PER_MESSAGE + bytes(message.content()))
                .sum();
        long structure = request.structure().map(form -> bytes(form.schema())).orElse(0L);
        return new Usage(input + structure, model.maxTokens().orElse(BUILT_IN_ANSWER));
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
