package dev.cultivar.engine.execution;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.UniqueId;

/**
 * Leaves of a suite, and the suite itself, that were red since it last began anew. Kept with the class: who loads it anew
 * begins anew.
 */
public final class RedLeaves {

    /** A process of Surefire's runs a class once, and then only what failed of it. */
    public static final RedLeaves OF_THIS_PROCESS = new RedLeaves(Runner.ofThisProcess() == Runner.SUREFIRE);

    private final boolean classesAreRerun;

    private final ClassValue<Map<UniqueId, Throwable>> failures = new ClassValue<>() {
        @Override
        protected Map<UniqueId, Throwable> computeValue(Class<?> suite) {
            return new ConcurrentHashMap<>();
        }
    };

    /**
     * @param classesAreRerun whether a class that failed as a whole is run again by its name, as Surefire 3.6 does
     */
    public RedLeaves(boolean classesAreRerun) {
        this.classesAreRerun = classesAreRerun;
    }

    boolean classesAreRerun() {
        return classesAreRerun;
    }

    /** Remembers why a node was red; the first reason stays. */
    void remember(Class<?> suite, UniqueId node, Throwable failure) {
        failures.get(suite).putIfAbsent(node, failure);
    }

    Optional<Throwable> before(Class<?> suite, UniqueId node) {
        return Optional.ofNullable(failures.get(suite).get(node));
    }

    void forget(Class<?> suite) {
        failures.get(suite).clear();
    }
}
