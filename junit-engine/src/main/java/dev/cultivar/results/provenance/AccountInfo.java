package dev.cultivar.results.provenance;

import dev.cultivar.provider.Usage;
import dev.cultivar.run.cost.AnswerDates;
import dev.cultivar.run.cost.RunAccount;
import dev.cultivar.run.response.Canary;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.text.Decimals;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a suite cost, and what the store saved. This differs between a run and its repetition; nothing else has to.
 *
 * @param models by model name, the judge under its own
 * @param budget as set, or null
 * @param overBudget whether the budget stopped the run
 * @param canaries what was asked again because the run used answers older than itself, by model name, the judge under {@code NAME (judge)}
 */
public record AccountInfo(
        SortedMap<String, Line> models,
        @Nullable String budget,
        boolean overBudget,
        SortedMap<String, Canary> canaries) {

    /**
     * One model.
     *
     * @param asked requests that were sent and answered
     * @param paid tokens of these
     * @param money their cost in the currency of the prices, or null
     * @param implausible number of the sent requests whose token count by the endpoint cannot be true; the maximum possible was charged
     * @param recalled requests that the store answered
     * @param saved tokens of those
     * @param savedMoney what they would have cost, or null
     * @param answers when those requests that were prompts of the run, not judgements, were answered
     */
    public record Line(
            long asked,
            Usage paid,
            @Nullable Double money,
            long implausible,
            long recalled,
            Usage saved,
            @Nullable Double savedMoney,
            AnswerDates answers) {}

    static AccountInfo of(RunRecord run) {
        RunAccount account = run.account();
        SortedMap<String, Line> models = new TreeMap<>();
        account.models()
                .forEach((name, line) -> models.put(
                        name,
                        new Line(
                                line.asked(),
                                line.paid(),
                                Decimals.orNull(line.money()),
                                line.implausible(),
                                line.recalled(),
                                line.saved(),
                                Decimals.orNull(line.savedMoney()),
                                line.answers())));
        return new AccountInfo(models, account.budget().orElse(null), account.overBudget(), run.canaries());
    }

    /** The dates of all models' answers. */
    public AnswerDates answers() {
        return models.values().stream().map(Line::answers).reduce(AnswerDates.NONE, AnswerDates::and);
    }
}
