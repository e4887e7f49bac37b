package dev.cultivar.run;

import dev.cultivar.prompt.PlannedPrompt;
import dev.cultivar.prompt.PromptBook;
import dev.cultivar.provider.Usage;
import dev.cultivar.run.cost.AnswerTokens;
import dev.cultivar.run.cost.CostLedger;
import dev.cultivar.run.cost.ExpectedCost;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Settings;
import dev.cultivar.settings.StoreMode;
import dev.cultivar.store.StoreException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a plan would cost and ask, as text. */
public final class PlanPreview {

    private final RunPlan plan;
    private final RunSettings settings;
    private final StringBuilder text = new StringBuilder();
    private final Optional<StoredPart> stored;
    private double planned;
    private double due;

    private PlanPreview(RunPlan plan) {
        this.plan = plan;
        this.settings = plan.settings();
        text.append(line("Suite %s", plan.suite()));
        this.stored = stored();
    }

    /**
     * Lines that end in {@code \n}: cells, calls, tokens and money by model, the judge apart, each with what of it the
     * store holds already, and one prompt a language. The store is only read, and not made where there is none.
     */
    public static String of(RunPlan plan) {
        PlanPreview preview = new PlanPreview(plan);
        preview.costs();
        preview.prompts();
        return preview.text.append("Nothing was sent.\n").toString();
    }

    /** Empty where everything is to be paid, and says why. */
    private Optional<StoredPart> stored() {
        String location = settings.value(Settings.STORE);
        if (location.equals(Settings.MEMORY)) {
            return Optional.empty();
        }
        if (settings.value(Settings.MODE) == StoreMode.REFRESH) {
            text.append(line("  in mode refresh everything is asked again, whatever the store holds"));
            return Optional.empty();
        }
        try {
            Optional<StoredPart> part = StoredPart.of(plan);
            if (part.isEmpty()) {
                text.append(line("  there is no store yet, so that everything is to be paid"));
            }
            return part;
        } catch (StoreException e) {
            text.append(line("  what the store holds is not known: %s", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private void costs() {
        List<ModelSettings> models = settings.models().value();
        text.append(line(
                "%d topics x %d models x %d languages = %d cells",
                plan.topics().size(),
                models.size(),
                settings.value(Settings.LANGUAGES).size(),
                plan.cells().size()));
        List<PlannedPrompt> prompts =
                plan.prompts().values().stream().flatMap(List::stream).toList();
        for (ModelSettings model : models) {
            List<PlannedPrompt> left = stored.map(part -> part.missing().getOrDefault(model.name(), prompts))
                    .orElse(prompts);
            model(
                    model.name() + ": ",
                    model,
                    prompts.size(),
                    ExpectedCost.answers(prompts),
                    left.size(),
                    ExpectedCost.answers(left));
        }
        long most = (long) prompts.size() * models.size();
        long left = stored.map(StoredPart::missingJudgements).orElse(most);
        ModelSettings judge = settings.judge().value().model();
        model(
                "judge " + judge.name() + ": at most ",
                judge,
                most,
                ExpectedCost.judgements(most),
                left,
                ExpectedCost.judgements(left));
        if (judge.price().isPresent()
                || models.stream().anyMatch(model -> model.price().isPresent())) {
            text.append(line("  in all about %.2f in money", planned));
            stored.ifPresent(part -> text.append(line("    of that still to pay: about %.2f in money", due)));
        }
        settings.value(Settings.BUDGET)
                .ifPresent(budget -> text.append(line("  never more than the budget of %s", budget.text())));
    }

    private void model(String start, ModelSettings model, long calls, Usage usage, long callsLeft, Usage usageLeft) {
        text.append(line("  %s%d calls, %s", start, calls, cost(model, usage)));
        stored.ifPresent(part -> text.append(line(
                "    of these %d in the store already, %d to pay: %s",
                calls - callsLeft, callsLeft, cost(model, usageLeft))));
        planned += CostLedger.money(model, usage).orElse(0);
        due += CostLedger.money(model, usageLeft).orElse(0);
    }

    private void prompts() {
        for (String language : settings.value(Settings.LANGUAGES)) {
            plan.prompts().getOrDefault(language, List.of()).stream()
                    .findFirst()
                    .ifPresent(first -> text.append(line(
                            "  %s, for example: %s", language, first.prompt().text())));
            for (ModelSettings model : settings.models().value()) {
                AnswerTokens.tooFew(model, language).ifPresent(words -> text.append(line("    %s", words)));
            }
            PromptBook book = plan.books().get(language);
            if (book != null && !book.reviewed()) {
                text.append(line("    no native reader has approved the prompts in %s yet", language));
            }
        }
    }

    private static String cost(ModelSettings model, Usage usage) {
        OptionalDouble money = CostLedger.money(model, usage);
        return String.format(Locale.ROOT, "about %d tokens in, %d out", usage.input(), usage.output())
                + (money.isPresent() ? String.format(Locale.ROOT, ", about %.2f in money", money.getAsDouble()) : "");
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + "\n";
    }
}
