package dev.cultivar.engine.execution;

import dev.cultivar.run.Sharding;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.settings.Shard;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which cells of a suite to ask.
 *
 * @param cells the cells to ask
 * @param planned number of cells in the whole suite
 * @param shard the shard that the cells belong to, if several machines share the run
 */
public record Selection(Set<CellKey> cells, int planned, Optional<Shard> shard) {

    public Selection {
        cells = Set.copyOf(cells);
    }

    /**
     * A gate is about all topics: if gates were requested by name, or are all that is left, every cell is asked. If cells were picked,
     * only those are asked, and the gates have no basis for a verdict.
     *
     * @param all every cell of the plan
     * @param picked cells in the tree
     * @param gatesAsked whether it is gates that were requested
     */
    public static Selection of(Set<CellKey> all, Set<CellKey> picked, boolean gatesAsked) {
        return new Selection(gatesAsked ? all : picked, all.size(), Optional.empty());
    }

    public boolean whole() {
        return cells.size() == planned;
    }

    /** The part of the selection that this machine asks. */
    public Selection in(Shard mine, RunPlan plan) {
        Set<CellKey> left = new HashSet<>(cells);
        left.retainAll(Sharding.cells(plan, mine));
        return new Selection(left, planned, Optional.of(mine));
    }

    /** Why a cell is left to another machine; empty if it is not. */
    public Optional<String> elsewhere(CellKey cell) {
        return shard.filter(mine -> !cells.contains(cell))
                .map(mine -> "Another shard asks this cell; this run is shard " + mine + ".");
    }

    /** Why gates give no verdict. */
    public String partial() {
        if (shard.isPresent()) {
            return "This run is shard " + shard.get() + ", " + cells.size() + " of the suite's " + planned
                    + " cells, and a gate needs all of them; once every shard's answers are in one store, run the"
                    + " whole with -Dcultivar.mode=replay.";
        }
        return "Only " + cells.size() + " of the suite's " + planned
                + " cells were selected, and a gate needs all of them; run the whole class for its verdict.";
    }
}
