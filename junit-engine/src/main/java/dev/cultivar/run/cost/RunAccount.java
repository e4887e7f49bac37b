package dev.cultivar.run.cost;

import dev.cultivar.provider.Usage;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run cost and what its store saved.
 *
 * @param models by model name, the judge under its own
 * @param budget as set, if there is one
 * @param overBudget whether the budget stopped the run
 */
public record RunAccount(SortedMap<String, Line> models, Optional<String> budget, boolean overBudget) {

    /** The account of a run that asked nobody. */
    public static final RunAccount NONE = new RunAccount(new TreeMap<>(), Optional.empty(), false);

    public RunAccount {
        models = Collections.unmodifiableSortedMap(new TreeMap<>(models));
    }

    /** The dates of all models' answers. */
    public AnswerDates answers() {
        return models.values().stream().map(Line::answers).reduce(AnswerDates.NONE, AnswerDates::and);
    }

    /**
     * One model.
     *
     * @param asked requests that were sent and answered
     * @param paid tokens of these
     * @param money their cost; empty if the model has no price
     * @param implausible number of the sent requests whose token count by the endpoint cannot be true; the maximum possible was charged
     * @param recalled requests that were answered without being sent
     * @param saved tokens of those
     * @param savedMoney what they would have cost
     * @param answers when those requests that were prompts of the run, not judgements, were answered
     */
    public record Line(
            long asked,
            Usage paid,
            OptionalDouble money,
            long implausible,
            long recalled,
            Usage saved,
            OptionalDouble savedMoney,
            AnswerDates answers) {}
}
