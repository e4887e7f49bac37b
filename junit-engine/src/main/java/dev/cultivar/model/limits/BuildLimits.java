package dev.cultivar.model.limits;

import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets runs of one process, each in a class loader of its own, keep their limits together. */
public final class BuildLimits {

    private static volatile @Nullable ConcurrentMap<String, Object> build;

    private BuildLimits() {}

    /**
     * Shares the number of calls in flight, and budgets, from now on. Requests and tokens per minute are shared in any
     * case.
     *
     * @param build a map that all runs of the build are given, which nobody else writes to
     */
    public static void shareThrough(ConcurrentMap<String, Object> build) {
        BuildLimits.build = build;
    }

    /**
     * What all runs of the build have in common under a name; where there is no build, something new.
     *
     * @param make makes it of the platform's classes alone, as another loader may read it
     */
    public static Object shared(String name, Supplier<Object> make) {
        ConcurrentMap<String, Object> shared = build;
        return shared == null ? make.get() : shared.computeIfAbsent(name, absent -> make.get());
    }
}
