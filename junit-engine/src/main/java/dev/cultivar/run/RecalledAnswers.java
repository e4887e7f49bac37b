package dev.cultivar.run;

import dev.cultivar.model.ResponseMemory;
import dev.cultivar.prompt.PlannedPrompt;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.settings.ModelSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** A model's stored answers that were looked up, to be processed once more; any other request fails at once. */
final class RecalledAnswers implements ResponseMemory {

    private final RunPlan plan;
    private final ModelSettings model;
    private final EarlierAnswers earlier;
    private final Map<PromptRequest, ModelResponse> recalled = new ConcurrentHashMap<>();

    RecalledAnswers(RunPlan plan, ModelSettings model, EarlierAnswers earlier) {
        this.plan = plan;
        this.model = model;
        this.earlier = earlier;
    }

    /** The stored answers to these prompts, if any. */
    Map<PlannedPrompt, ModelResponse> lookUp(List<PlannedPrompt> prompts) {
        Map<PromptRequest, ModelResponse> found =
                earlier.to(prompts.stream().map(this::request).toList());
        recalled.putAll(found);
        Map<PlannedPrompt, ModelResponse> answers = new HashMap<>();
        for (PlannedPrompt planned : prompts) {
            ModelResponse response = found.get(request(planned));
            if (response != null) {
                answers.put(planned, response);
            }
        }
        return answers;
    }

    private PromptRequest request(PlannedPrompt planned) {
        return PromptRequest.of(plan, model, planned);
    }

    @Override
    public CompletableFuture<ModelResponse> complete(
            ChatRequest request, String version, int sample, Supplier<CompletableFuture<ModelResponse>> ask) {
        ModelResponse response = recalled.get(new PromptRequest(request, version, sample));
        return response == null
                ? CompletableFuture.failedFuture(new IllegalStateException("only what is stored is recalled"))
                : CompletableFuture.completedFuture(response);
    }
}
