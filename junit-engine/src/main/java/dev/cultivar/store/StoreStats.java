package dev.cultivar.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a store holds.
 *
 * @param groups one per kind and model, by name
 * @param oldest when the oldest answer was stored; empty for an empty store
 * @param newest when the newest answer was stored; empty for an empty store
 */
public record StoreStats(List<Group> groups, Optional<Instant> oldest, Optional<Instant> newest) {

    public StoreStats {
        groups = List.copyOf(groups);
    }

    /** How many answers there are in all. */
    public long answers() {
        return groups.stream().mapToLong(Group::answers).sum();
    }

    /**
     * The answers of one model.
     *
     * @param answers how many
     * @param characters total length of their records
     */
    public record Group(StoreKey.Kind kind, String model, long answers, long characters) {}
}
