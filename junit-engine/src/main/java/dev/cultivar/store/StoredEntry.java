package dev.cultivar.store;

import dev.cultivar.model.Completion;
import java.time.Instant;

/**
 * An answer with its key.
 *
 * @param stored when it was stored, to the millisecond
 */
public record StoredEntry(StoreKey key, Completion completion, Instant stored) {}
