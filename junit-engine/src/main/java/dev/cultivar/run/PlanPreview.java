package dev.cultivar.run;

import dev.cultivar.model.Usage;
import dev.cultivar.prompt.PlannedPrompt;
import dev.cultivar.settings.Budget;
import dev.cultivar.settings.ModelSettings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a plan would cost and ask, as text. */
public final class PlanPreview {

    private PlanPreview() {}

    /** Lines that end in {@code \n}: cells, calls, tokens and money by model, the judge apart, and one prompt a language. */
    public static String of(RunPlan plan) {
        StringBuilder text = new StringBuilder("Suite " + plan.suite() + "\n");
        List<ModelSettings> models = plan.settings().models().value();
        List<String> languages = plan.settings().languages().value();
        text.append(line(
                "%d topics x %d models x %d languages = %d cells",
                plan.topics().size(),
                models.size(),
                languages.size(),
                plan.cells().size()));
        List<PlannedPrompt> prompts =
                plan.prompts().values().stream().flatMap(List::stream).toList();
        Usage answers = ExpectedCost.answers(prompts);
        double total = 0;
        boolean priced = false;
        for (ModelSettings model : models) {
            text.append(line("  %s: %d calls, %s", model.name(), prompts.size(), cost(model, answers)));
            total += Ledger.money(model, answers).orElse(0);
            priced |= model.price().isPresent();
        }
        long judged = (long) prompts.size() * models.size();
        Usage judgements = ExpectedCost.judgements(judged);
        ModelSettings judge = plan.settings().judge().value().model();
        text.append(line("  judge %s: at most %d calls, %s", judge.name(), judged, cost(judge, judgements)));
        total += Ledger.money(judge, judgements).orElse(0);
        if (priced || judge.price().isPresent()) {
            text.append(line("  in all about %.2f in money, less what the store holds already", total));
        }
        Budget.of(plan.settings())
                .ifPresent(budget -> text.append(line("  never more than the budget of %s", budget.text())));
        for (String language : languages) {
            Optional<PlannedPrompt> first =
                    plan.prompts().getOrDefault(language, List.of()).stream().findFirst();
            first.ifPresent(planned -> text.append(
                    line("  %s, for example: %s", language, planned.prompt().text())));
        }
        return text.append("Nothing was sent.\n").toString();
    }

    private static String cost(ModelSettings model, Usage usage) {
        OptionalDouble money = Ledger.money(model, usage);
        return String.format(Locale.ROOT, "about %d tokens in, %d out", usage.input(), usage.output())
                + (money.isPresent() ? String.format(Locale.ROOT, ", about %.2f in money", money.getAsDouble()) : "");
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + "\n";
    }
}
