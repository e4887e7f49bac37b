package dev.cultivar.model.http;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tracks whether connections to an endpoint succeed. All attempts stop when none has succeeded for too long, or when none ever has and one
 * request has used up its attempts.
 */
final class Reachability {

    private final Duration patience;
    private boolean connected;
    private boolean absent;
    private long absentSince;
    private @Nullable String given;

    /** @param patience longest time without a connection, after there has been one */
    Reachability(Duration patience) {
        this.patience = patience;
    }

    /** Somebody answered, even if with an error. */
    synchronized void recordConnection() {
        connected = true;
        absent = false;
    }

    /**
     * A request could not connect.
     *
     * @param now from {@link System#nanoTime}
     * @return whether to keep trying, regardless of the number of attempts: there was a connection, so there may be one again
     */
    synchronized boolean recordAbsence(long now) {
        if (!absent) {
            absent = true;
            absentSince = now;
        }
        return connected && absentFor(now).compareTo(patience) < 0;
    }

    /** How long there has been no connection. */
    synchronized Duration absentFor(long now) {
        return absent ? Duration.ofNanos(now - absentSince) : Duration.ZERO;
    }

    /** Stops all attempts; returns the reason that was given first. */
    synchronized String giveUp(String why) {
        String first = given == null ? why : given;
        given = first;
        return first;
    }

    /** Why attempts have stopped; empty where it is worth asking. */
    synchronized Optional<String> givenUp() {
        return Optional.ofNullable(given);
    }
}
