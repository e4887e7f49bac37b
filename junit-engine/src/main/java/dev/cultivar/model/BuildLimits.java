package dev.cultivar.model;

import java.util.concurrent.ConcurrentMap;

/** Lets runs of one process, each in a class loader of its own, keep an endpoint's limits together. */
public final class BuildLimits {

    private BuildLimits() {}

    /**
     * Shares the number of calls under way from now on. Requests and tokens per minute are shared in any case.
     *
     * @param build a map that all runs of the build are given, which nobody else writes to
     */
    public static void shareThrough(ConcurrentMap<String, Object> build) {
        Places.shareThrough(build);
    }
}
