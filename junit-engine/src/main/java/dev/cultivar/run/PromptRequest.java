package dev.cultivar.run;

import dev.cultivar.prompt.PlannedPrompt;
import dev.cultivar.prompt.Prompt;
import dev.cultivar.prompt.PromptBook;
import dev.cultivar.provider.ChatMessage;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.Settings;
import java.util.List;
import java.util.Optional;

/**
 * A prompt as a model receives it: everything that identifies the stored answer, except the model.
 *
 * @param version template, slot and the edition of their book
 * @param sample which of several equal requests
 */
record PromptRequest(ChatRequest request, String version, int sample) {

    static PromptRequest of(RunPlan plan, ModelSettings model, PlannedPrompt planned) {
        Prompt prompt = planned.prompt();
        PromptBook book = plan.books().get(prompt.language());
        ChatMessage message = ChatMessage.user(prompt.text());
        long seed = plan.settings().value(Settings.SEED);
        return new PromptRequest(
                new ChatRequest(
                        model.system()
                                .map(system -> List.of(ChatMessage.system(system), message))
                                .orElse(List.of(message)),
                        Samplings.of(model).withSeed(SampleSeed.of(seed, planned)),
                        Optional.empty()),
                prompt.language() + " " + (book == null ? 0 : book.version()) + " " + prompt.template() + " "
                        + prompt.slot().label(),
                planned.sample());
    }
}
