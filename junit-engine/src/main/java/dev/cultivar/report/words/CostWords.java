package dev.cultivar.report.words;

import dev.cultivar.prompt.PromptBook;
import dev.cultivar.provider.Usage;
import dev.cultivar.run.PlannedCalls;
import dev.cultivar.run.cost.AnswerTokens;
import dev.cultivar.run.cost.CostLedger;
import dev.cultivar.run.cost.ExpectedTime;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.settings.Budget;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Settings;
import dev.cultivar.text.Names;
import dev.cultivar.text.Plural;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a plan would ask, what it would cost, and how long it would take, in lines. */
public final class CostWords {

    private static final long LONG_IN_MINUTES = 120;

    /** Measured memory that a built-in model's answer and its judgement take in an in-memory store. */
    private static final long BYTES_IN_MEMORY = 4_000;

    private static final long MEGABYTE = 1_000_000;

    private CostWords() {}

    /** How many cells there are, and why. */
    public static String cells(RunPlan plan) {
        RunSettings settings = plan.settings();
        return Plural.of(plan.topics().size(), "topic") + " x "
                + Plural.of(settings.models().value().size(), "model") + " x "
                + Plural.of(settings.value(Settings.LANGUAGES).size(), "language") + " = "
                + Plural.of(plan.cells().size(), "cell");
    }

    /** What is still to be paid and how long it takes, in a few words without a full stop. */
    public static String first(RunPlan plan, PlannedCalls calls) {
        boolean unpriced = calls.parts().stream().anyMatch(PlannedCalls.Part::isUnpriced);
        boolean priced =
                calls.parts().stream().anyMatch(part -> part.model().price().isPresent());
        String money = priced
                ? String.format(
                                Locale.ROOT,
                                "about %.2f %s to pay",
                                money(calls, PlannedCalls.Part::usageLeft),
                                currency(plan.settings()))
                        + (unpriced ? ", and what has no price" : "")
                : unpriced ? "cost unknown, as prices are missing" : "nothing to pay";
        return money + (calls.time().isZero() ? "" : ", about " + words(calls.time()));
    }

    /** Cost and time of the whole run if no gate ends it earlier, and what should be fixed first. */
    public static List<String> brief(RunPlan plan, PlannedCalls calls) {
        RunSettings settings = plan.settings();
        List<String> lines = new ArrayList<>();
        lines.add(money(settings, calls));
        stored(calls.stored()).ifPresent(lines::add);
        memory(plan, Runtime.getRuntime().maxMemory()).ifPresent(lines::add);
        settings.value(Settings.BUDGET)
                .ifPresent(budget -> lines.add("  never more than the budget of " + budget.text()));
        if (!calls.time().isZero()) {
            lines.add("Time: about " + words(calls.time()) + " at the concurrency of the endpoints, " + each(calls)
                    + ".");
        }
        List<String> languages = settings.value(Settings.LANGUAGES);
        for (String language : languages) {
            settings.models().value().forEach(model -> tooFewTokens(model, language)
                    .ifPresent(lines::add));
        }
        String unreviewed = languages.stream()
                .filter(language -> isUnreviewed(plan.books().get(language)))
                .collect(Collectors.collectingAndThen(Collectors.toList(), Names::languages));
        if (!unreviewed.isEmpty()) {
            lines.add("No native reader has approved the prompts in " + unreviewed + " yet.");
        }
        return List.copyOf(lines);
    }

    /**
     * What to do if a run's answers are kept in memory and would take more than half of it.
     *
     * @param most maximum size of the heap in bytes
     */
    public static Optional<String> memory(RunPlan plan, long most) {
        long responses = (long) plan.settings().models().value().size()
                * plan.prompts().values().stream().mapToLong(List::size).sum();
        long bytes = responses * BYTES_IN_MEMORY;
        return !plan.settings().keepsAnswers() && bytes > most / 2
                ? Optional.of(
                        "Memory: the store is memory, where " + Plural.of(responses, "response") + " will take about "
                                + bytes / MEGABYTE + " MB of the " + most / MEGABYTE
                                + " MB that Java may use; keep them on disk"
                                + " with -Dcultivar.store=.cultivar/responses.db, or raise -Xmx.")
                : Optional.empty();
    }

    /** The assumed duration of a call: from the store, or else a guess. */
    private static String each(PlannedCalls calls) {
        List<PlannedCalls.Part> asked = calls.parts().stream()
                .filter(part -> !part.isFree() && part.left() > 0)
                .toList();
        return asked.stream().allMatch(part -> part.took().isEmpty())
                ? "if an answer takes " + ExpectedTime.ANSWER.toSeconds() + " s and a judgement "
                        + ExpectedTime.JUDGEMENT.toSeconds()
                        + " s (assumed, until the store holds answers to this plan)"
                : asked.stream()
                        .map(part -> who(part) + " takes " + seconds(part.each())
                                + " a call ("
                                + (part.took().isPresent() ? "measured" : "assumed") + ")")
                        .collect(Collectors.joining(", ", "if ", ""));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    private static boolean isUnreviewed(@Nullable PromptBook book) {
        return book != null && !book.reviewed();
    }

    /**
     * Warns that a model's max-tokens is too low for ten summaries in this language, and gives a sufficient limit; without a full stop.
     */
    public static Optional<String> tooFewTokens(ModelSettings model, String language) {
        int enough = AnswerTokens.enough(language);
        return model.maxTokens().isPresent() && model.maxTokens().getAsInt() < enough
                ? Optional.of("max-tokens: " + model.maxTokens().getAsInt() + " of " + model.name()
                        + " is too low for ten summaries in " + Names.language(language) + "; set it to " + enough
                        + " or more")
                : Optional.empty();
    }

    private static Optional<String> stored(PlannedCalls.Stored stored) {
        if (stored instanceof PlannedCalls.Stored.AskedAgain) {
            return Optional.of("  in refresh mode everything is asked again, whatever the store holds");
        }
        if (stored instanceof PlannedCalls.Stored.NotYet) {
            return Optional.of("  there is no store yet, so everything has to be paid for");
        }
        return stored instanceof PlannedCalls.Stored.Unreadable unreadable
                ? Optional.of("  what the store holds is unknown: " + unreadable.problem())
                : Optional.empty();
    }

    private static String money(RunSettings settings, PlannedCalls calls) {
        List<PlannedCalls.Part> unpriced =
                calls.parts().stream().filter(PlannedCalls.Part::isUnpriced).toList();
        boolean priced =
                calls.parts().stream().anyMatch(part -> part.model().price().isPresent());
        if (!priced && unpriced.isEmpty()) {
            return "Cost: nothing; the built-in models answer.";
        }
        StringBuilder text = new StringBuilder("Cost: ");
        if (priced) {
            double planned = money(calls, PlannedCalls.Part::usage);
            double due = money(calls, PlannedCalls.Part::usageLeft);
            text.append(String.format(Locale.ROOT, "about %.2f %s", planned, currency(settings)));
            if (isRead(calls)) {
                text.append(String.format(Locale.ROOT, ", of which %.2f is still to pay", due));
            }
            text.append(most(calls, due));
        }
        if (!unpriced.isEmpty()) {
            text.append(
                            priced
                                    ? ". Not included, because they have no price: "
                                    : "unknown, because these have no price: ")
                    .append(unpriced.stream()
                            .map(part -> who(part) + " (" + tokens(part.usageLeft()) + ")")
                            .collect(Collectors.joining(", ")));
        }
        return text.append('.').toString();
    }

    /** Thoughts cost as much as answers, so a model that thinks can cost many times what is expected. */
    private static String most(PlannedCalls calls, double due) {
        String unlimited = calls.parts().stream()
                .filter(part -> part.left() > 0 && part.model().price().isPresent() && part.isUnlimited())
                .map(CostWords::who)
                .distinct()
                .collect(Collectors.joining(", "));
        double most = money(calls, PlannedCalls.Part::longest);
        return unlimited.isEmpty()
                ? most > due
                        ? String.format(Locale.ROOT, ", or up to %.2f if every answer reaches max-tokens", most)
                        : ""
                : ", and more if answers are long or models think: nothing limits " + unlimited + ", so set max-tokens";
    }

    private static double money(PlannedCalls calls, Function<PlannedCalls.Part, Usage> usage) {
        return calls.parts().stream()
                .mapToDouble(part ->
                        CostLedger.money(part.model(), usage.apply(part)).orElse(0))
                .sum();
    }

    private static boolean isRead(PlannedCalls calls) {
        return calls.stored() instanceof PlannedCalls.Stored.Read;
    }

    private static String who(PlannedCalls.Part part) {
        return (part.judge() ? "judge " : "") + part.model().name();
    }

    /** The currency of the prices. Prices do not state one, but a budget in money does. */
    private static String currency(RunSettings settings) {
        return settings.value(Settings.BUDGET)
                .filter(budget -> budget.unit() == Budget.Unit.MONEY)
                .map(Budget::unitName)
                .orElse("in the currency of your prices");
    }

    private static String words(Duration time) {
        long minutes = Math.max(1, Math.round(time.toSeconds() / 60.0));
        return minutes < LONG_IN_MINUTES ? minutes + " min" : Math.round(minutes / 60.0) + " h";
    }

    /** Calls and tokens by model, the judge separately, each with the part that is already in the store. */
    public static List<String> calls(PlannedCalls calls) {
        List<String> lines = new ArrayList<>();
        for (PlannedCalls.Part part : calls.parts()) {
            lines.add("  " + who(part) + ": " + (part.judge() ? "at most " : "") + Plural.of(part.calls(), "call")
                    + ", " + cost(part.model(), part.usage()));
            if (isRead(calls)) {
                lines.add("    of these " + (part.calls() - part.left() + part.anew()) + " in the store already, "
                        + (part.anew() == 0 ? "" : part.anew() + " of them asked again to compare, ") + part.left()
                        + " to pay: " + cost(part.model(), part.usageLeft()));
            }
        }
        return List.copyOf(lines);
    }

    /** One prompt per language. */
    public static List<String> prompts(RunPlan plan) {
        return plan.settings().value(Settings.LANGUAGES).stream()
                .flatMap(language -> plan.prompts().getOrDefault(language, List.of()).stream()
                        .limit(1)
                        .map(first -> "  In " + Names.language(language) + ", for example: "
                                + first.prompt().text()))
                .toList();
    }

    private static String cost(ModelSettings model, Usage usage) {
        OptionalDouble money = CostLedger.money(model, usage);
        return tokens(usage)
                + (money.isPresent() ? String.format(Locale.ROOT, ", cost about %.2f", money.getAsDouble()) : "");
    }

    private static String tokens(Usage usage) {
        return "about " + Numbers.count(usage.input()) + " tokens in, " + Numbers.count(usage.output()) + " out";
    }
}
