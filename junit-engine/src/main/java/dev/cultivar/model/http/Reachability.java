package dev.cultivar.model.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether anybody has ever answered at an endpoint. Where nobody did and one request has used up its attempts, the
 * others need not try as often.
 */
final class Reachability {

    private volatile boolean answered;
    private volatile @Nullable String failure;

    /** The endpoint responded, be it with an error. */
    void recordResponse() {
        answered = true;
    }

    /** A request found nobody at any of its attempts. */
    void recordAbsence(String what) {
        if (!answered) {
            failure = what;
        }
    }

    /** What the request met that found nobody; empty where asking is worth it. */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }
}
