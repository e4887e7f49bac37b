package dev.cultivar.engine.execution;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.UniqueId;

/**
 * Leaves of a suite, and the suite itself, that have been red since it last started afresh. Stored by class: a newly loaded class starts
 * afresh.
 */
public final class RedLeaves {

    /** A Surefire process runs a class once, and after that only the parts of it that failed. */
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

    /** Remembers why a node was red; keeps the first reason. */
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
