package dev.cultivar.run;

import dev.cultivar.prompt.PlannedPrompt;
import dev.cultivar.provider.Usage;
import dev.cultivar.run.cost.CostLedger;
import dev.cultivar.run.cost.ExpectedCost;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.Shard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Distributes a plan's cells over machines so that each costs about the same. */
public final class Sharding {

    private Sharding() {}

    /**
     * The cells of a shard. The shards of one plan are disjoint and together make up the plan, and every machine computes the same ones.
     * The most expensive remaining cell goes to the cheapest shard so far. With more shards than cells, some shards are empty.
     */
    public static Set<CellKey> cells(RunPlan plan, Shard shard) {
        Map<CellKey, Double> costs = costs(plan);
        List<CellKey> dearestFirst = new ArrayList<>(costs.keySet());
        dearestFirst.sort(Comparator.comparingDouble((CellKey cell) -> -costs.getOrDefault(cell, 0.0))
                .thenComparing(CellKey::topic)
                .thenComparing(CellKey::model)
                .thenComparing(CellKey::language));
        double[] loads = new double[shard.parts()];
        Set<CellKey> mine = new HashSet<>();
        for (CellKey cell : dearestFirst) {
            int least = least(loads);
            loads[least] += costs.getOrDefault(cell, 0.0);
            if (least == shard.part() - 1) {
                mine.add(cell);
            }
        }
        return Set.copyOf(mine);
    }

    private static int least(double[] loads) {
        int least = 0;
        for (int i = 1; i < loads.length; i++) {
            if (loads[i] < loads[least]) {
                least = i;
            }
        }
        return least;
    }

    /** Expected cost of each cell, including its judgements: in money if all models have a price, otherwise in tokens. */
    private static Map<CellKey, Double> costs(RunPlan plan) {
        List<ModelSettings> models = plan.settings().models().value();
        ModelSettings judge = plan.settings().judge().value().model();
        boolean priced = models.stream().allMatch(model -> model.price().isPresent());
        Map<CellKey, Double> costs = new HashMap<>();
        for (ModelSettings model : models) {
            for (CellKey cell : plan.cells()) {
                if (cell.model().equals(model.name())) {
                    List<PlannedPrompt> prompts = plan.prompts(cell);
                    Usage answers = ExpectedCost.answers(prompts, model.system());
                    Usage judgements = ExpectedCost.judgements(prompts.size());
                    costs.put(
                            cell,
                            priced
                                    ? CostLedger.money(model, answers).orElse(0)
                                            + CostLedger.money(judge, judgements)
                                                    .orElse(0)
                                    : answers.plus(judgements).total());
                }
            }
        }
        return costs;
    }
}
