package dev.cultivar.engine;

import dev.cultivar.run.CellKey;
import java.util.Set;

/**
 * Which cells of a suite to ask.
 *
 * @param cells to ask
 * @param planned how many the whole suite has
 */
record Selection(Set<CellKey> cells, int planned) {

    Selection {
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
    static Selection of(Set<CellKey> all, Set<CellKey> picked, boolean gatesAsked) {
        return new Selection(gatesAsked ? all : picked, all.size());
    }

    boolean whole() {
        return cells.size() == planned;
    }

    /** Why gates do not speak. */
    String partial() {
        return "Only " + cells.size() + " of the suite's " + planned
                + " cells were selected, and a gate speaks of all of them; run the whole class for its verdict.";
    }
}
