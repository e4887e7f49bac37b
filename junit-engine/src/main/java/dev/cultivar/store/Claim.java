package dev.cultivar.store;

import dev.cultivar.provider.ModelResponse;
import java.time.Instant;

/** Says who answers a request. */
sealed interface Claim {

    /** Nobody has answered or is asking. The claimant asks, and then puts the answer or releases the claim. */
    record Mine() implements Claim {}

    /**
     * The request has an answer.
     *
     * @param stored when the answer was stored
     */
    record Stored(ModelResponse response, Instant stored) implements Claim {}

    /**
     * Somebody else is asking.
     *
     * @param until when that claim expires unless its owner renews it
     */
    record Taken(Instant until) implements Claim {}
}
