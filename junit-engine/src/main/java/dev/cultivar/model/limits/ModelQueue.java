package dev.cultivar.model.limits;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The waiting calls of one model at one endpoint, and how many of them may be under way: the limit is halved when the
 * endpoint throttles or is overloaded, and climbs by one with every limit's worth of successes, as TCP does (AIMD).
 * Not safe for use by several threads; its {@link EndpointScheduler} guards it. Times are of {@link System#nanoTime}.
 */
final class ModelQueue {

    private final Deque<QueuedCall> waiting = new ArrayDeque<>();
    private final int most;
    private double limit;
    private int underWay;
    /** A call that was started before the last cut says nothing new about the endpoint. */
    private long lastCut = Long.MIN_VALUE;

    private boolean paused;
    private long pausedUntil;
    private boolean throttled;
    private long throttledSince;
    private int throttles;

    ModelQueue(int most) {
        this.most = most;
        this.limit = most;
    }

    void add(QueuedCall ticket) {
        waiting.addLast(ticket);
    }

    /** For a call that was sent back: it keeps its turn. */
    void addFirst(QueuedCall ticket) {
        waiting.addFirst(ticket);
    }

    /** Whether a call may start now. */
    boolean ready(long now) {
        while (!waiting.isEmpty() && waiting.getFirst().dead()) {
            waiting.removeFirst();
        }
        return !waiting.isEmpty() && underWay < limit() && pause(now) <= 0;
    }

    /** The next call to start now; null where there is none, or it must wait. */
    @Nullable
    QueuedCall next(long now) {
        if (!ready(now)) {
            return null;
        }
        underWay++;
        return waiting.removeFirst();
    }

    void ended() {
        underWay--;
    }

    void succeeded() {
        throttled = false;
        throttles = 0;
        limit = Math.min(most, limit + 1 / limit);
    }

    /** @param started when the call that met it was sent */
    void overloaded(long now, long started) {
        if (lastCut == Long.MIN_VALUE || started - lastCut > 0) {
            limit = Math.max(1, limit / 2);
            lastCut = now;
        }
    }

    /**
     * The endpoint throttles.
     *
     * @param started when the call that met it was sent
     * @param wait how long to start nothing
     */
    void throttled(long now, long started, Duration wait) {
        overloaded(now, started);
        if (!throttled) {
            throttled = true;
            throttledSince = now;
        }
        throttles++;
        pause(now, wait);
    }

    /** Starts nothing for a while; an earlier pause that lasts longer stays. */
    void pause(long now, Duration wait) {
        long until = now + wait.toNanos();
        if (!wait.isZero() && (!paused || until - pausedUntil > 0)) {
            paused = true;
            pausedUntil = until;
        }
    }

    /** How long nothing may be started, in nanoseconds; 0 where calls may go. */
    long pause(long now) {
        if (paused && pausedUntil - now <= 0) {
            paused = false;
        }
        return paused ? pausedUntil - now : 0;
    }

    /** How long the endpoint has throttled without a single success. */
    Duration throttledFor(long now) {
        return throttled ? Duration.ofNanos(now - throttledSince) : Duration.ZERO;
    }

    /** Throttles in a row, without a success between. */
    int throttles() {
        return throttles;
    }

    int limit() {
        return (int) limit;
    }

    int underWay() {
        return underWay;
    }

    boolean idle() {
        return waiting.isEmpty();
    }
}
