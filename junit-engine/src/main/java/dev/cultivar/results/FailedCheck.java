package dev.cultivar.results;

import dev.cultivar.run.plan.CellKey;

/**
 * A probe method of the user's own that failed on a cell.
 *
 * @param cell the cell it was called with
 * @param message what its assertion said; it may quote an answer, so it is untrusted
 */
public record FailedCheck(CellKey cell, String message) {}
