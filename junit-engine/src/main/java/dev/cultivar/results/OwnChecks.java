package dev.cultivar.results;

import dev.cultivar.run.plan.CellKey;
import java.util.List;
import java.util.Set;

/**
 * The outcomes of a suite's own probe methods, by cell. A method without a parameter looks at no cell, so it counts only if it failed or
 * aborted.
 *
 * @param held cells whose method looked at them and found nothing wrong
 * @param failed assertions that did not hold
 * @param givenUp cells on which a method aborted
 * @param notReached cells that a method would have looked at if they had been answered
 */
public record OwnChecks(Set<CellKey> held, List<FailedCheck> failed, Set<CellKey> givenUp, Set<CellKey> notReached) {

    /** For a suite whose methods look at nothing. */
    public static final OwnChecks NONE = new OwnChecks(Set.of(), List.of(), Set.of(), Set.of());

    public OwnChecks {
        held = Set.copyOf(held);
        failed = List.copyOf(failed);
        givenUp = Set.copyOf(givenUp);
        notReached = Set.copyOf(notReached);
    }

    /** Whether the cell is a test of its own. */
    public boolean has(CellKey cell) {
        return held.contains(cell)
                || givenUp.contains(cell)
                || notReached.contains(cell)
                || failed.stream().anyMatch(check -> check.cell().equals(cell));
    }

    /**
     * A probe method of the user's own that failed on a cell.
     *
     * @param cell the cell it was called with
     * @param message the assertion's message; untrusted, because it may quote an answer
     */
    public record FailedCheck(CellKey cell, String message) {}
}
