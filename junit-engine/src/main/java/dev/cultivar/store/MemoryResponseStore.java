package dev.cultivar.store;

import dev.cultivar.provider.ModelResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A store that ends with its process, for tests and for runs that must leave nothing behind. */
final class MemoryResponseStore implements ResponseStore {

    private final Map<String, StoredEntry> entries = new TreeMap<>();
    private final Map<String, Instant> used = new TreeMap<>();
    private final Set<String> claims = new HashSet<>();

    @Override
    public synchronized Optional<StoredEntry> entry(StoreKey key) {
        return Optional.ofNullable(entries.get(key.hash()));
    }

    @Override
    public synchronized Map<String, StoredEntry> entries(Collection<StoreKey> keys) {
        Map<String, StoredEntry> found = new HashMap<>();
        keys.forEach(key -> entry(key).ifPresent(entry -> found.put(key.hash(), entry)));
        return found;
    }

    /** The store lives for exactly one run. */
    @Override
    public synchronized RunStart begin(String run) {
        Instant now = Instant.now();
        return new RunStart(
                now,
                entries.values().stream()
                        .anyMatch(entry -> entry.key().kind() == StoreKey.Kind.ANSWER
                                && entry.stored().isBefore(now)));
    }

    @Override
    public void end(String run) {
        // The store ends with its process.
    }

    @Override
    public synchronized CompletableFuture<Claim> claim(StoreKey key, Instant notBefore) {
        Optional<StoredEntry> stored = entry(key).filter(entry -> entry.isSince(notBefore));
        if (stored.isPresent()) {
            used.put(key.hash(), Instant.now());
            return CompletableFuture.completedFuture(stored.get().claim());
        }
        return CompletableFuture.completedFuture(
                claims.add(key.hash()) ? new Claim.Mine() : new Claim.Taken(Instant.MAX));
    }

    @Override
    public synchronized CompletableFuture<Void> release(StoreKey key) {
        claims.remove(key.hash());
        return CompletableFuture.allOf();
    }

    @Override
    public CompletableFuture<ModelResponse> put(StoreKey key, ModelResponse response, Instant notBefore) {
        return put(new StoredEntry(key, response, Instant.now()), notBefore);
    }

    @Override
    public CompletableFuture<ModelResponse> restore(StoredEntry entry) {
        return put(entry, Instant.EPOCH);
    }

    private synchronized CompletableFuture<ModelResponse> put(StoredEntry entry, Instant notBefore) {
        claims.remove(entry.key().hash());
        entries.merge(entry.key().hash(), entry, (old, fresh) -> old.isSince(notBefore) ? old : fresh);
        used.putIfAbsent(entry.key().hash(), Instant.now());
        return CompletableFuture.completedFuture(find(entry.key()).orElse(entry.response()));
    }

    @Override
    public synchronized CompletableFuture<ModelResponse> replace(StoreKey key, ModelResponse response) {
        entries.put(key.hash(), new StoredEntry(key, response, Instant.now()));
        used.put(key.hash(), Instant.now());
        return CompletableFuture.completedFuture(response);
    }

    @Override
    public void scan(Consumer<StoredEntry> reader) {
        snapshot().forEach(reader);
    }

    @Override
    public StoreStats stats() {
        Map<String, List<StoredEntry>> grouped = new TreeMap<>();
        List<StoredEntry> all = snapshot().stream()
                .filter(entry -> entry.key().kind() != StoreKey.Kind.LOOKS)
                .toList();
        for (StoredEntry entry : all) {
            grouped.computeIfAbsent(entry.key().kind() + " " + entry.key().model(), k -> new ArrayList<>())
                    .add(entry);
        }
        List<StoreStats.Group> groups =
                grouped.values().stream().map(MemoryResponseStore::group).toList();
        return new StoreStats(
                groups,
                all.stream().map(StoredEntry::stored).min(Instant::compareTo),
                all.stream().map(StoredEntry::stored).max(Instant::compareTo));
    }

    @Override
    public synchronized long removeStoredBefore(Instant moment) {
        long before = entries.size();
        entries.values().removeIf(entry -> entry.stored().isBefore(moment));
        return before - entries.size();
    }

    @Override
    public synchronized long removeUnusedSince(Instant moment) {
        long before = entries.size();
        entries.keySet().removeIf(hash -> used.getOrDefault(hash, Instant.EPOCH).isBefore(moment));
        return before - entries.size();
    }

    @Override
    public void close() {
        // There is nothing to release.
    }

    private synchronized List<StoredEntry> snapshot() {
        return List.copyOf(entries.values());
    }

    private static StoreStats.Group group(List<StoredEntry> entries) {
        StoreKey key = entries.get(0).key();
        long characters = entries.stream()
                .mapToLong(entry -> ResponseCodec.encode(entry.response()).length())
                .sum();
        return new StoreStats.Group(key.kind(), key.model(), entries.size(), characters);
    }
}
