package dev.cultivar.model.limits;

import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets the runs of one process, each in its own class loader, share their limits. */
public final class BuildLimits {

    private static volatile @Nullable ConcurrentMap<String, Object> build;

    private BuildLimits() {}

    /**
     * From now on, shares budgets and the number of calls in flight. Requests and tokens per minute are always shared.
     *
     * @param build a map that all runs of the build receive and nobody else writes to
     */
    public static void shareThrough(ConcurrentMap<String, Object> build) {
        BuildLimits.build = build;
    }

    /**
     * What all runs of the build share under a name; where there is no build, a new object.
     *
     * @param make makes it from platform classes only, as another class loader may read it
     */
    public static Object shared(String name, Supplier<Object> make) {
        ConcurrentMap<String, Object> shared = build;
        return shared == null ? make.get() : shared.computeIfAbsent(name, absent -> make.get());
    }
}
