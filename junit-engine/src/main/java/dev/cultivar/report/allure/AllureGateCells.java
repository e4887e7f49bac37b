package dev.cultivar.report.allure;

import dev.cultivar.gate.Bias;
import dev.cultivar.gate.GateResult;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.Topic;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.PlainText;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The cells that a gate rests on. Those whose topic moves the estimate most when left out come first; if there is no estimate, those that
 * lost most responses.
 *
 * @param rows empty for a gate over several models
 * @param byWeight whether they are ordered by weight
 */
record AllureGateCells(List<Row> rows, boolean byWeight) {

    /**
     * A cell.
     *
     * @param label the topic's label
     * @param polarity polarity of the model's answers; null if none was scored
     * @param truth polarity of the gate's population; null if it has none
     * @param local mean polarity of the language's countries, for a bias gate
     * @param without the statistic without the topic; null if undefined
     * @param influence what the topic adds to the statistic
     */
    record Row(
            CellKey cell,
            String label,
            int planned,
            int scored,
            @Nullable Double polarity,
            @Nullable Double truth,
            @Nullable Double local,
            @Nullable Double without,
            @Nullable Double influence) {

        @Nullable
        Double gap() {
            return polarity == null || truth == null ? null : polarity - truth;
        }

        private double weight() {
            return influence == null ? -1 : Math.abs(influence);
        }

        private int lost() {
            return planned - scored;
        }
    }

    private static final Comparator<Row> HEAVIEST = Comparator.comparingDouble((Row row) -> -row.weight())
            .thenComparing(row -> row.cell().topic());
    private static final Comparator<Row> LOST_MOST = Comparator.comparingInt((Row row) -> -row.lost())
            .thenComparing(row -> row.cell().topic());

    /**
     * @param own the cells of the gate's model and language
     */
    static AllureGateCells of(GateResult gate, RunPlan plan, List<CellRecord> own) {
        boolean weighed = !gate.influence().without().isEmpty();
        Map<String, String> labels = plan.topics().stream()
                .collect(Collectors.toMap(Topic::key, Topic::label, (first, second) -> first, HashMap::new));
        List<Row> rows = own.stream()
                .map(cell ->
                        row(gate, plan, cell, labels.getOrDefault(cell.key().topic(), "")))
                .sorted(weighed ? HEAVIEST : LOST_MOST)
                .toList();
        return new AllureGateCells(rows, weighed);
    }

    private static Row row(GateResult gate, RunPlan plan, CellRecord cell, String label) {
        String topic = cell.key().topic();
        return new Row(
                cell.key(),
                PlainText.line(label),
                cell.planned(),
                cell.scored(),
                Decimals.orNull(cell.polarity()),
                gate.population() == null
                        ? null
                        : Decimals.orNull(plan.populations().polarity(gate.population(), topic)),
                gate.gate() instanceof Bias ? Decimals.orNull(local(gate, plan, topic)) : null,
                Decimals.orNull(gate.influence().without().getOrDefault(topic, Double.NaN)),
                Decimals.orNull(gate.influence().influence(topic)));
    }

    private static OptionalDouble local(GateResult gate, RunPlan plan, String topic) {
        return plan.populations().local(Objects.requireNonNullElse(gate.language(), "")).stream()
                .filter(population -> !population.name().equals(gate.population()))
                .flatMapToDouble((PopulationKey population) -> plan.populations().polarity(population, topic).stream())
                .average();
    }

    /** The rows to show first. */
    List<Row> first(int most) {
        return rows.stream().limit(most).toList();
    }
}
