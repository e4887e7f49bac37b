package dev.cultivar.model.limits;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The waiting calls of one model at one endpoint, and how many of them may be in flight. The limit is halved when the endpoint throttles
 * or is overloaded, and grows by one with every limit's worth of successes, as in TCP (AIMD). Not safe for use by several threads; its
 * {@link EndpointScheduler} guards it. Times are from {@link System#nanoTime}.
 */
final class ModelQueue {

    private final Deque<QueuedCall> waiting = new ArrayDeque<>();
    private final int most;
    private double limit;
    private int inFlight;
    /** A call that started before the last cut says nothing new about the endpoint. */
    private long lastCut = Long.MIN_VALUE;

    private boolean paused;
    private long pausedUntil;
    private boolean throttled;
    private long throttledSince;
    private int consecutiveThrottles;

    ModelQueue(int most) {
        this.most = most;
        this.limit = most;
    }

    void add(QueuedCall call) {
        waiting.addLast(call);
    }

    /** Puts a throttled call back; it keeps its turn. */
    void addFirst(QueuedCall call) {
        waiting.addFirst(call);
    }

    /** Whether a call may start now. */
    boolean ready(long now) {
        while (!waiting.isEmpty() && waiting.getFirst().abandoned()) {
            waiting.removeFirst();
        }
        return !waiting.isEmpty() && inFlight < limit() && pause(now) <= 0;
    }

    /** The next call to start now; null where there is none or it must wait. */
    @Nullable
    QueuedCall next(long now) {
        if (!ready(now)) {
            return null;
        }
        inFlight++;
        return waiting.removeFirst();
    }

    void ended() {
        inFlight--;
    }

    void succeeded() {
        throttled = false;
        consecutiveThrottles = 0;
        limit = Math.min(most, limit + 1 / limit);
    }

    /** @param started when the overloaded call was sent */
    void overloaded(long now, long started) {
        if (lastCut == Long.MIN_VALUE || started - lastCut > 0) {
            limit = Math.max(1, limit / 2);
            lastCut = now;
        }
    }

    /**
     * The endpoint throttles.
     *
     * @param started when the throttled call was sent
     * @param wait how long to start no calls
     */
    void throttled(long now, long started, Duration wait) {
        overloaded(now, started);
        if (!throttled) {
            throttled = true;
            throttledSince = now;
        }
        consecutiveThrottles++;
        pause(now, wait);
    }

    /** Starts no calls for a while; a longer pause that is already set stays. */
    void pause(long now, Duration wait) {
        long until = now + wait.toNanos();
        if (!wait.isZero() && (!paused || until - pausedUntil > 0)) {
            paused = true;
            pausedUntil = until;
        }
    }

    /** How long no call may start, in nanoseconds; 0 where calls may start now. */
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

    /** How often the endpoint has throttled since the last success. */
    int consecutiveThrottles() {
        return consecutiveThrottles;
    }

    int limit() {
        return (int) limit;
    }

    boolean idle() {
        return waiting.isEmpty();
    }
}
