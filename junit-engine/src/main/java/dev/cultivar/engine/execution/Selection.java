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
 * @param cells to ask
 * @param planned how many the whole suite has
 * @param shard whose cells they are, where the run is one of several machines'
 */
public record Selection(Set<CellKey> cells, int planned, Optional<Shard> shard) {

    public Selection {
        cells = Set.copyOf(cells);
    }

    /**
     * A gate speaks of all topics: where gates were asked for by name, or are all that is left, every cell is asked.
     * Where cells were picked, only they are, and the gates have nothing to go by.
     *
     * @param all every cell of the plan
     * @param picked those in the tree
     * @param gatesAsked whether gates are what was asked for
     */
    public static Selection of(Set<CellKey> all, Set<CellKey> picked, boolean gatesAsked) {
        return new Selection(gatesAsked ? all : picked, all.size(), Optional.empty());
    }

    public boolean whole() {
        return cells.size() == planned;
    }

    /** What of it this machine asks. */
    public Selection in(Shard mine, RunPlan plan) {
        Set<CellKey> left = new HashSet<>(cells);
        left.retainAll(Sharding.cells(plan, mine));
        return new Selection(left, planned, Optional.of(mine));
    }

    /** Why a cell is left to another machine; empty where it is not. */
    public Optional<String> elsewhere(CellKey cell) {
        return shard.filter(mine -> !cells.contains(cell))
                .map(mine -> "Another shard asks this cell; this run is shard " + mine + ".");
    }

    /** Why gates do not speak. */
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
