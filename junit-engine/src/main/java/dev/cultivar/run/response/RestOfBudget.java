package dev.cultivar.run.response;

import dev.cultivar.api.Outcome;
import dev.cultivar.provider.Usage;
import dev.cultivar.run.cost.CostLedger;
import dev.cultivar.run.cost.ExpectedCost;
import dev.cultivar.run.cost.RunAccount;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.settings.Budget;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.Settings;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far a budget took a run, and which budget would pay for the rest.
 *
 * @param budget the budget that was spent
 * @param answered number of responses that ended before it was spent
 * @param planned maximum number of responses in the run
 * @param kept whether the store outlasts the run, so that existing answers are not asked for again
 * @param enough a budget in the same unit for what is left
 */
public record RestOfBudget(Budget budget, long answered, long planned, boolean kept, Budget enough) {

    /** The rest is estimated from the answers and judgements so far, plus a third, as the documentation recommends for any budget. */
    private static final double RESERVE = 4 / 3.0;

    /** No tokeniser makes more tokens than the text has bytes. */
    private static final double BYTES_PER_TOKEN = 6;

    private static final long UNLIMITED_ANSWER = 1024;

    private static final MathContext UPWARDS = new MathContext(2, RoundingMode.CEILING);

    /** The rest; empty if the run had no budget, or a sufficient one. */
    public static Optional<RestOfBudget> of(RunRecord run) {
        return run.account().overBudget()
                ? run.plan().settings().value(Settings.BUDGET).map(budget -> of(run, budget))
                : Optional.empty();
    }

    private static RestOfBudget of(RunRecord run, Budget budget) {
        RunPlan plan = run.plan();
        boolean kept = plan.settings().keepsAnswers();
        ModelSettings judge = plan.settings().judge().value().model();
        long answered = 0;
        long planned = 0;
        long left = 0;
        double due = 0;
        double most = 0;
        long ofModel = plan.prompts().values().stream().mapToLong(List::size).sum();
        long anew = (long) plan.settings().value(Settings.CANARY)
                * plan.settings().value(Settings.LANGUAGES).size();
        if (!run.canaries().values().stream().allMatch(Canary::fingerprinted)) {
            anew = Math.max(anew, Canary.fewest());
        }
        for (ModelSettings model : plan.settings().models().value()) {
            long done = ended(run, model, Set.of(Outcome.OVER_BUDGET));
            // Responses lost to errors are asked for again.
            long stored = ended(run, model, Unanswered.OUTCOMES);
            long rest = kept ? ofModel - stored + anew : ofModel;
            planned += ofModel;
            answered += done;
            left += rest;
            Usage answer = mean(run, model).orElseGet(() -> expected(plan, model));
            due += rest * each(budget, model, answer);
            most = Math.max(most, longest(budget, model, answer));
        }
        Usage judgement = mean(run, judge).orElseGet(() -> ExpectedCost.judgements(1));
        due += left * each(budget, judge, judgement);
        most = Math.max(most, longest(budget, judge, judgement));
        return new RestOfBudget(budget, answered, planned, kept, budget.of(round(due * RESERVE + most)));
    }

    /** How many of a model's responses had other outcomes. */
    private static long ended(RunRecord run, ModelSettings model, Set<Outcome> than) {
        return run.cells().stream()
                .filter(cell -> cell.key().model().equals(model.name()))
                .flatMap(cell -> cell.outcomes().entrySet().stream())
                .filter(outcome -> !than.contains(outcome.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static double round(double amount) {
        return BigDecimal.valueOf(amount).round(UPWARDS).doubleValue();
    }

    /** Mean tokens of a call so far; empty if none was made. */
    private static Optional<Usage> mean(RunRecord run, ModelSettings model) {
        RunAccount.Line line = run.account().models().get(model.name());
        if (line == null || line.asked() + line.recalled() == 0) {
            return Optional.empty();
        }
        long calls = line.asked() + line.recalled();
        Usage all = line.paid().plus(line.saved());
        return Optional.of(new Usage(-Math.floorDiv(-all.input(), calls), -Math.floorDiv(-all.output(), calls)));
    }

    /** Tokens that the answer to the plan's first prompt is expected to take. */
    private static Usage expected(RunPlan plan, ModelSettings model) {
        return ExpectedCost.answers(
                plan.prompts().values().stream()
                        .flatMap(prompts -> prompts.stream().limit(1))
                        .limit(1)
                        .toList(),
                model.system());
    }

    private static double each(Budget budget, ModelSettings model, Usage usage) {
        return switch (budget.unit()) {
            case CALLS -> 1;
            case TOKENS -> usage.total();
            case MONEY -> CostLedger.money(model, usage).orElse(0);
        };
    }

    /** A call is charged at its maximum until it is answered, so the last one needs that much. */
    private static double longest(Budget budget, ModelSettings model, Usage usage) {
        return each(
                budget,
                model,
                new Usage(
                        Math.round(usage.input() * BYTES_PER_TOKEN),
                        model.maxTokens().isPresent() ? model.maxTokens().getAsInt() : UNLIMITED_ANSWER));
    }
}
