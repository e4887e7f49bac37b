package dev.cultivar.run.response;

import dev.cultivar.text.Plural;

/**
 * Why a response was not scored, in the words of whatever failed; untrusted.
 *
 * @param reason one line; empty if it was scored
 * @param attempts number of attempts, at least 1
 * @param tokens a token limit that would have been enough; 0 if no limit cut the answer off, or none would be enough
 * @param endless whether a limit cut off an answer for which none would be enough: the model repeated one phrase over and over
 */
public record FailureReason(String reason, int attempts, int tokens, boolean endless) {

    /** A reason other than a token limit. */
    public FailureReason(String reason, int attempts) {
        this(reason, attempts, 0, false);
    }

    /** The reason, with the number of attempts if there were several. */
    public String text() {
        return attempts == 1 ? reason : reason + " (" + Plural.of(attempts, "attempt") + ")";
    }
}
