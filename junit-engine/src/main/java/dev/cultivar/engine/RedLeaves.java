package dev.cultivar.engine;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.UniqueId;

/** Leaves of a suite that were red since it was last asked for by name. Kept with the class: who loads it anew begins anew. */
final class RedLeaves {

    static final RedLeaves OF_THIS_PROCESS = new RedLeaves();

    private final ClassValue<Map<UniqueId, Throwable>> failures = new ClassValue<>() {
        @Override
        protected Map<UniqueId, Throwable> computeValue(Class<?> suite) {
            return new ConcurrentHashMap<>();
        }
    };

    /** Remembers why a leaf was red; the first reason stays. */
    void remember(Class<?> suite, UniqueId leaf, Throwable failure) {
        failures.get(suite).putIfAbsent(leaf, failure);
    }

    Optional<Throwable> before(Class<?> suite, UniqueId leaf) {
        return Optional.ofNullable(failures.get(suite).get(leaf));
    }

    void forget(Class<?> suite) {
        failures.get(suite).clear();
    }
}
