package dev.cultivar.store;

import dev.cultivar.provider.Usage;

/**
 * What a store did for a run.
 *
 * @param hits requests answered from the store
 * @param misses requests that were sent
 * @param joined requests that shared the answer to an equal request in flight
 * @param saved tokens that hits and joined requests did not use
 */
record StoreTally(long hits, long misses, long joined, Usage saved) {}
