package dev.cultivar.store;

import dev.cultivar.provider.ModelResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An answer with its key.
 *
 * @param stored when it was stored, to the millisecond
 */
public record StoredEntry(StoreKey key, ModelResponse response, Instant stored) {
    public StoredEntry {
        stored = stored.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Whether it was stored at or after a moment. */
    public boolean isSince(Instant moment) {
        return !stored.isBefore(moment);
    }

    /** The answer to anyone who claims its key. */
    Claim claim() {
        return new Claim.Stored(response, stored);
    }
}
