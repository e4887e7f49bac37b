package dev.cultivar.model.http;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether connections to an endpoint come about. Where none does for too long, nobody tries any more; likewise where none ever did and one
 * request has used up its attempts.
 */
final class Reachability {

    private final Duration patience;
    private boolean connected;
    private boolean absent;
    private long absentSince;
    private @Nullable String given;

    /** @param patience longest time without a connection, once there was one */
    Reachability(Duration patience) {
        this.patience = patience;
    }

    /** Somebody is there, be it one who answers with an error. */
    synchronized void recordConnection() {
        connected = true;
        absent = false;
    }

    /**
     * A request found nobody.
     *
     * @param now of {@link System#nanoTime}
     * @return whether it shall go on trying, however often it did: there was a connection, and there may be one again
     */
    synchronized boolean recordAbsence(long now) {
        if (!absent) {
            absent = true;
            absentSince = now;
        }
        return connected && absentFor(now).compareTo(patience) < 0;
    }

    /** How long nobody was there. */
    synchronized Duration absentFor(long now) {
        return absent ? Duration.ofNanos(now - absentSince) : Duration.ZERO;
    }

    /** Nobody tries any more, for the reason that was given first. */
    synchronized String giveUp(String why) {
        String first = given == null ? why : given;
        given = first;
        return first;
    }

    /** Why nobody tries any more; empty where asking is worth it. */
    synchronized Optional<String> givenUp() {
        return Optional.ofNullable(given);
    }
}
