package dev.cultivar.run;

import dev.cultivar.prompt.PlannedPrompt;
import dev.cultivar.settings.ModelSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One machine's part of a run.
 *
 * @param part from 1
 * @param of how many parts there are
 */
public record Shard(int part, int of) {

    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,3})/([1-9]\\d{0,3})");

    /** What a response costs beside its prompt, in tokens: its ten statements, and what the judge reads and says. */
    private static final double ANSWER_TOKENS = 700;

    private static final double CHARACTERS_PER_TOKEN = 4;

    public Shard {
        if (part < 1 || part > of) {
            throw new IllegalArgumentException("there is no part " + part + " of " + of);
        }
    }

    /** From {@code 2/8}; empty where the text is none. */
    public static Optional<Shard> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches() || Integer.parseInt(form.group(1)) > Integer.parseInt(form.group(2))) {
            return Optional.empty();
        }
        return Optional.of(new Shard(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2))));
    }

    /**
     * The cells of this part. The parts of one plan are disjoint, together they are the plan, and every machine finds the
     * same ones: the dearest cell goes to the part that has least so far.
     */
    public Set<CellKey> cells(RunPlan plan) {
        Map<CellKey, Double> costs = costs(plan);
        List<CellKey> dearestFirst = new ArrayList<>(plan.cells());
        dearestFirst.sort(Comparator.comparingDouble((CellKey cell) -> -costs.getOrDefault(cell, 0.0))
                .thenComparing(CellKey::topic)
                .thenComparing(CellKey::model)
                .thenComparing(CellKey::language));
        double[] loads = new double[of];
        Set<CellKey> mine = new HashSet<>();
        for (CellKey cell : dearestFirst) {
            int least = 0;
            for (int i = 1; i < of; i++) {
                if (loads[i] < loads[least]) {
                    least = i;
                }
            }
            loads[least] += costs.getOrDefault(cell, 0.0);
            if (least == part - 1) {
                mine.add(cell);
            }
        }
        return Set.copyOf(mine);
    }

    /** Expected cost of each cell: in money where its model has a price, else in tokens. */
    static Map<CellKey, Double> costs(RunPlan plan) {
        Map<String, ModelSettings> models = new HashMap<>();
        plan.settings().models().value().forEach(model -> models.put(model.name(), model));
        boolean priced =
                models.values().stream().allMatch(model -> model.price().isPresent());
        Map<CellKey, Double> costs = new HashMap<>();
        for (CellKey cell : plan.cells()) {
            List<PlannedPrompt> prompts = plan.prompts(cell);
            double input = prompts.stream()
                    .mapToDouble(planned -> planned.prompt().text().length() / CHARACTERS_PER_TOKEN)
                    .sum();
            double output = ANSWER_TOKENS * prompts.size();
            Optional<ModelSettings.Price> price = priced
                    ? Optional.ofNullable(models.get(cell.model())).flatMap(ModelSettings::price)
                    : Optional.empty();
            costs.put(
                    cell,
                    price.map(paid -> input * paid.input() + output * paid.output())
                            .orElse(input + output));
        }
        return costs;
    }

    @Override
    public String toString() {
        return part + "/" + of;
    }
}
