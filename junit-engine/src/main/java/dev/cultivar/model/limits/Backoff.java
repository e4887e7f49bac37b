package dev.cultivar.model.limits;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before another attempt: exponential with full jitter (Brooker, "Exponential Backoff and Jitter",
 * 2015).
 *
 * @param base upper bound of the first wait
 * @param cap upper bound of any wait
 */
public record Backoff(Duration base, Duration cap) {

    public static final Backoff DEFAULT = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));

    /** Uniform in (0, min(cap, base * 2^(attempt-1))], so that clients that failed together do not all retry at the same time. */
    public Duration after(int attempt) {
        long ceiling = cap.toNanos();
        int doublings = attempt - 1;
        if (doublings < 30) {
            ceiling = Math.min(ceiling, base.toNanos() << doublings);
        }
        return Duration.ofNanos(ThreadLocalRandom.current().nextLong(Math.max(1, ceiling)) + 1);
    }
}
