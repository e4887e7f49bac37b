package dev.cultivar.run.cost;

import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.Usage;
import dev.cultivar.settings.ModelSettings;

/** The usage that an answer is charged for: its endpoint's count, or the maximum possible if that count cannot be true. */
public final class ChargedUsage {

    private ChargedUsage() {}

    /** Whether the count can be true. A count of zero for everything means that the endpoint does not count, and is accepted. */
    public static boolean isPlausible(ModelResponse response) {
        Usage usage = response.usage();
        boolean wroteForNothing =
                usage.input() > 0 && usage.output() == 0 && !response.text().isEmpty();
        return usage.canBeTrue() && !wroteForNothing;
    }

    /** The same answer, with the maximum that it can have used. */
    public static ModelResponse most(ModelSettings model, ChatRequest request, ModelResponse response) {
        return new ModelResponse(
                response.text(),
                response.toolArguments(),
                response.finish(),
                WorstCaseCost.of(model, request),
                response.reportedModel(),
                response.fingerprint(),
                response.latency(),
                response.attempts());
    }
}
