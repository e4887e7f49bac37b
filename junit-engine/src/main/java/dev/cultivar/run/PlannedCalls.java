package dev.cultivar.run;

import dev.cultivar.prompt.PlannedPrompt;
import dev.cultivar.provider.Usage;
import dev.cultivar.run.cost.ExpectedCost;
import dev.cultivar.run.cost.ExpectedTime;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Settings;
import dev.cultivar.settings.StoreMode;
import dev.cultivar.store.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The calls that a plan takes if no gate ends it earlier.
 *
 * @param parts the models in the suite's order, the judge last
 * @param stored what is known about the calls that the store saves
 * @param time duration of the remaining calls with endpoints as busy as they allow; zero if there are none
 */
public record PlannedCalls(List<Part> parts, Stored stored, Duration time) {

    public PlannedCalls {
        parts = List.copyOf(parts);
    }

    /**
     * The calls to one model.
     *
     * @param calls number of calls that the plan takes; for the judge, the maximum
     * @param anew number of these that the store could answer but that are asked again for comparison
     * @param left number of calls still to pay for, including those
     * @param took mean duration of the calls whose answers are in the store; empty if there are none
     */
    public record Part(
            ModelSettings model,
            boolean judge,
            long calls,
            Usage usage,
            long anew,
            long left,
            Usage usageLeft,
            Optional<Duration> took) {

        /** The assumed duration of a call. */
        public Duration each() {
            return took.orElse(judge ? ExpectedTime.JUDGEMENT : ExpectedTime.ANSWER);
        }

        /** Whether a built-in model answers. */
        public boolean isFree() {
            return model.isBuiltIn();
        }

        /** Whether it costs an unknown amount. */
        public boolean isUnpriced() {
            return !isFree() && model.price().isEmpty();
        }

        /** The usage to pay for if every answer takes all that max-tokens allows; equal to the expected usage if it allows no more. */
        public Usage longest() {
            long output = Math.max(usageLeft.output(), left * model.maxTokens().orElse(0));
            return new Usage(usageLeft.input(), output);
        }

        /** Whether answers can take far more than expected, with no known limit. A judge is brief unless it thinks. */
        public boolean isUnlimited() {
            return !isFree()
                    && model.maxTokens().isEmpty()
                    && (!judge || model.reasoning().isPresent());
        }
    }

    /** What is known about the store. */
    public sealed interface Stored {

        /** The store was read. */
        record Read() implements Stored {}

        /** The store is in memory and does not outlast the run. */
        record InMemory() implements Stored {}

        /** There is no store yet. */
        record NotYet() implements Stored {}

        /** Everything is asked again, whatever the store contains. */
        record AskedAgain() implements Stored {}

        /** The store cannot be read; {@code problem} is its reader's message. */
        record Unreadable(String problem) implements Stored {}
    }

    /** The calls of a plan. Only reads the store, and does not create a missing one. */
    public static PlannedCalls of(RunPlan plan) {
        RunSettings settings = plan.settings();
        if (!settings.keepsAnswers()) {
            return of(plan, new Stored.InMemory(), Optional.empty());
        }
        if (settings.value(Settings.MODE) == StoreMode.REFRESH) {
            return of(plan, new Stored.AskedAgain(), Optional.empty());
        }
        try {
            Optional<StoredPart> part = StoredPart.of(plan);
            return of(plan, part.isPresent() ? new Stored.Read() : new Stored.NotYet(), part);
        } catch (StoreException e) {
            return of(plan, new Stored.Unreadable(String.valueOf(e.getMessage())), Optional.empty());
        }
    }

    private static PlannedCalls of(RunPlan plan, Stored stored, Optional<StoredPart> found) {
        List<PlannedPrompt> prompts =
                plan.prompts().values().stream().flatMap(List::stream).toList();
        List<ModelSettings> models = plan.settings().models().value();
        List<Part> parts = new ArrayList<>();
        for (ModelSettings model : models) {
            List<PlannedPrompt> anew = found.map(part -> part.anew().getOrDefault(model.name(), List.of()))
                    .orElse(List.of());
            List<PlannedPrompt> left = Stream.concat(
                            found
                                    .map(part -> part.missing().getOrDefault(model.name(), prompts))
                                    .orElse(prompts)
                                    .stream(),
                            anew.stream())
                    .toList();
            parts.add(new Part(
                    model,
                    false,
                    prompts.size(),
                    ExpectedCost.answers(prompts, model.system()),
                    anew.size(),
                    left.size(),
                    ExpectedCost.answers(left, model.system()),
                    found.map(part -> part.took().get(model.name()))));
        }
        long most = (long) prompts.size() * models.size();
        long left = Math.min(most, found.map(StoredPart::missingJudgements).orElse(most));
        parts.add(new Part(
                plan.settings().judge().value().model(),
                true,
                most,
                ExpectedCost.judgements(most),
                0,
                left,
                ExpectedCost.judgements(left),
                found.flatMap(StoredPart::judgementTook)));
        return new PlannedCalls(parts, stored, time(plan.settings(), parts));
    }

    private static Duration time(RunSettings settings, List<Part> parts) {
        ExpectedTime time = new ExpectedTime(settings.endpoints());
        parts.stream()
                .filter(part -> !part.isFree())
                .forEach(part -> time.add(part.model(), part.each(), part.left(), part.usageLeft()));
        return time.longest();
    }
}
