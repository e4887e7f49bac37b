package dev.cultivar.run;

import dev.cultivar.prompt.PlannedPrompt;
import dev.cultivar.prompt.PromptBook;
import dev.cultivar.provider.Usage;
import dev.cultivar.run.cost.AnswerTokens;
import dev.cultivar.run.cost.CostLedger;
import dev.cultivar.run.cost.ExpectedCost;
import dev.cultivar.run.cost.ExpectedTime;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.settings.Budget;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.PlantedModels;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Settings;
import dev.cultivar.settings.StoreMode;
import dev.cultivar.store.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What a plan would ask, cost and take, as text. The store is only read, and not made where there is none. */
public final class PlanPreview {

    private final RunPlan plan;
    private final RunSettings settings;
    private final StringBuilder remarks = new StringBuilder();
    private final boolean stored;
    private final List<Part> parts = new ArrayList<>();

    /**
     * The calls to one model.
     *
     * @param left of these that the store cannot answer
     */
    private record Part(
            String who, ModelSettings model, boolean judge, long calls, Usage usage, long left, Usage usageLeft) {

        boolean isFree() {
            return model.endpoint().equals(PlantedModels.ENDPOINT);
        }

        boolean isUnpriced() {
            return !isFree() && model.price().isEmpty();
        }
    }

    private PlanPreview(RunPlan plan) {
        this.plan = plan;
        settings = plan.settings();
        Optional<StoredPart> found = stored();
        stored = found.isPresent();
        List<PlannedPrompt> prompts =
                plan.prompts().values().stream().flatMap(List::stream).toList();
        List<ModelSettings> models = settings.models().value();
        for (ModelSettings model : models) {
            List<PlannedPrompt> left = found.map(part -> part.missing().getOrDefault(model.name(), prompts))
                    .orElse(prompts);
            parts.add(new Part(
                    model.name(),
                    model,
                    false,
                    prompts.size(),
                    ExpectedCost.answers(prompts),
                    left.size(),
                    ExpectedCost.answers(left)));
        }
        long most = (long) prompts.size() * models.size();
        long left = found.map(StoredPart::missingJudgements).orElse(most);
        ModelSettings judge = settings.judge().value().model();
        parts.add(new Part(
                "judge " + judge.name(),
                judge,
                true,
                most,
                ExpectedCost.judgements(most),
                left,
                ExpectedCost.judgements(left)));
    }

    public static PlanPreview of(RunPlan plan) {
        return new PlanPreview(plan);
    }

    /** Empty where everything is to be paid, and says why. */
    private Optional<StoredPart> stored() {
        String location = settings.value(Settings.STORE);
        if (location.equals(Settings.MEMORY)) {
            return Optional.empty();
        }
        if (settings.value(Settings.MODE) == StoreMode.REFRESH) {
            remarks.append(line("  in mode refresh everything is asked again, whatever the store holds"));
            return Optional.empty();
        }
        try {
            Optional<StoredPart> part = StoredPart.of(plan);
            if (part.isEmpty()) {
                remarks.append(line("  there is no store yet, so that everything is to be paid"));
            }
            return part;
        } catch (StoreException e) {
            remarks.append(line("  what the store holds is not known: %s", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    /** What the cells are, in one line. */
    public String cells() {
        return line(
                "%d topics x %d models x %d languages = %d cells",
                plan.topics().size(),
                settings.models().value().size(),
                settings.value(Settings.LANGUAGES).size(),
                plan.cells().size());
    }

    /** Money and time of the whole run if no gate ends it earlier, and what should be mended first; lines that end in {@code \n}. */
    public String brief() {
        StringBuilder text = new StringBuilder(money());
        text.append(remarks);
        settings.value(Settings.BUDGET)
                .ifPresent(budget -> text.append(line("  never more than the budget of %s", budget.text())));
        time().ifPresent(text::append);
        List<String> languages = settings.value(Settings.LANGUAGES);
        for (String language : languages) {
            for (ModelSettings model : settings.models().value()) {
                AnswerTokens.tooFew(model, language).ifPresent(words -> text.append(line("%s", words)));
            }
        }
        String unreviewed = languages.stream().filter(this::isUnreviewed).collect(Collectors.joining(", "));
        if (!unreviewed.isEmpty()) {
            text.append(line("No native reader has approved the prompts in %s yet.", unreviewed));
        }
        return text.toString();
    }

    private boolean isUnreviewed(String language) {
        PromptBook book = plan.books().get(language);
        return book != null && !book.reviewed();
    }

    private String money() {
        List<Part> unpriced = parts.stream().filter(Part::isUnpriced).toList();
        boolean priced = parts.stream().anyMatch(part -> part.model().price().isPresent());
        if (!priced && unpriced.isEmpty()) {
            return line("Cost: nothing; the built-in models answer.");
        }
        String currency = currency();
        StringBuilder text = new StringBuilder("Cost: ");
        if (priced) {
            double planned = parts.stream()
                    .mapToDouble(
                            part -> CostLedger.money(part.model(), part.usage()).orElse(0))
                    .sum();
            text.append(String.format(Locale.ROOT, "at most about %.2f %s", planned, currency));
            if (stored) {
                double due = parts.stream()
                        .mapToDouble(part ->
                                CostLedger.money(part.model(), part.usageLeft()).orElse(0))
                        .sum();
                text.append(String.format(Locale.ROOT, ", of which %.2f are still to pay", due));
            }
        }
        if (!unpriced.isEmpty()) {
            text.append(priced ? ". Not in it, for want of a price: " : "not known, for want of a price: ")
                    .append(unpriced.stream()
                            .map(part -> part.who() + " (" + tokens(part.usageLeft()) + ")")
                            .collect(Collectors.joining(", ")));
        }
        return text.append(".\n").toString();
    }

    /** Of the prices: users give none, but a budget in money names it. */
    private String currency() {
        return settings.value(Settings.BUDGET)
                .filter(budget -> budget.unit() == Budget.Unit.MONEY)
                .map(budget -> budget.text().substring(budget.text().length() - 3))
                .orElse("in the currency of your prices");
    }

    private Optional<String> time() {
        ExpectedTime time = new ExpectedTime(settings.endpoints());
        parts.stream()
                .filter(part -> !part.isFree())
                .forEach(part -> time.add(part.model(), part.judge(), part.left(), part.usageLeft()));
        Duration longest = time.longest();
        return longest.isZero()
                ? Optional.empty()
                : Optional.of(line("Time: about %s, if %s.", words(longest), ExpectedTime.ASSUMED));
    }

    private static String words(Duration time) {
        long minutes = Math.max(1, Math.round(time.toSeconds() / 60.0));
        return minutes < 120 ? minutes + " min" : Math.round(minutes / 60.0) + " h";
    }

    /** Calls and tokens by model, the judge apart, each with what of it the store holds already; lines that end in {@code \n}. */
    public String calls() {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(line(
                    "  %s: %s%d calls, %s",
                    part.who(), part.judge() ? "at most " : "", part.calls(), cost(part.model(), part.usage())));
            if (stored) {
                text.append(line(
                        "    of these %d in the store already, %d to pay: %s",
                        part.calls() - part.left(), part.left(), cost(part.model(), part.usageLeft())));
            }
        }
        return text.toString();
    }

    /** One prompt a language; lines that end in {@code \n}. */
    public String prompts() {
        StringBuilder text = new StringBuilder();
        for (String language : settings.value(Settings.LANGUAGES)) {
            plan.prompts().getOrDefault(language, List.of()).stream()
                    .findFirst()
                    .ifPresent(first -> text.append(line(
                            "  %s, for example: %s", language, first.prompt().text())));
        }
        return text.toString();
    }

    private static String cost(ModelSettings model, Usage usage) {
        OptionalDouble money = CostLedger.money(model, usage);
        return tokens(usage)
                + (money.isPresent() ? String.format(Locale.ROOT, ", about %.2f in money", money.getAsDouble()) : "");
    }

    private static String tokens(Usage usage) {
        return String.format(Locale.ROOT, "about %d tokens in, %d out", usage.input(), usage.output());
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + "\n";
    }
}
