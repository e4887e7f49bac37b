package dev.cultivar.store;

import java.time.Instant;

/**
 * How a run begins, according to its store.
 *
 * @param at when it began, by the store's clock; for a run that continues an interrupted one, when that one began
 * @param othersBefore whether the store holds older answers, which are not this run's own
 */
public record RunStart(Instant at, boolean othersBefore) {}
