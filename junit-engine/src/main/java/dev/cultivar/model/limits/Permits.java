package dev.cultivar.model.limits;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;

/**
 * How many calls to an endpoint may be in flight together. The modules of a build run in separate class loaders, so they share only
 * platform classes: a semaphore, and a queue of those waiting for a permit.
 */
final class Permits {

    private final Semaphore free;
    private final Queue<Runnable> waiting;

    private Permits(Semaphore free, Queue<Runnable> waiting) {
        this.free = free;
        this.waiting = waiting;
    }

    /** Permits that are not shared with other runs. */
    static Permits own(int most) {
        return new Permits(new Semaphore(most), new ConcurrentLinkedQueue<>());
    }

    /** The whole build's permits for an endpoint; where there is no build, the run's own. */
    static Permits of(String endpoint, int most) {
        return of(BuildLimits.shared("permits " + endpoint, () -> entry(most)));
    }

    static Permits of(ConcurrentMap<String, Object> build, String endpoint, int most) {
        return of(build.computeIfAbsent("permits " + endpoint, name -> entry(most)));
    }

    private static Object entry(int most) {
        return Map.entry(new Semaphore(most), new ConcurrentLinkedQueue<>());
    }

    @SuppressWarnings("unchecked") // put there by this class, perhaps loaded by another class loader
    private static Permits of(Object entry) {
        Map.Entry<Semaphore, Queue<Runnable>> permits = (Map.Entry<Semaphore, Queue<Runnable>>) entry;
        return new Permits(permits.getKey(), permits.getValue());
    }

    /**
     * Takes a permit.
     *
     * @param wake called from any thread, without a lock of this class, once it may be worth trying again
     * @return whether a permit was free
     */
    boolean acquire(Runnable wake) {
        if (free.tryAcquire()) {
            return true;
        }
        if (!waiting.contains(wake)) {
            waiting.add(wake);
        }
        // A permit may have been given back before there was anybody to wake.
        if (free.tryAcquire()) {
            waiting.remove(wake);
            return true;
        }
        return false;
    }

    /** Gives a permit back and wakes whoever has waited longest. If they no longer need a permit, they leave it to the next. */
    void release() {
        free.release();
        while (free.availablePermits() > 0) {
            Runnable next = waiting.poll();
            if (next == null) {
                return;
            }
            next.run();
        }
    }

    /** Never calls {@code wake} again. */
    void forget(Runnable wake) {
        waiting.remove(wake);
    }
}
