package dev.cultivar.store;

import java.time.Instant;

/**
 * How a run begins, as its store sees it.
 *
 * @param at when it began, by the clock of the store; of one that goes on where another was broken off, when that one did
 * @param othersBefore whether the store holds answers that are older, and so are none of its own
 */
public record RunStart(Instant at, boolean othersBefore) {}
