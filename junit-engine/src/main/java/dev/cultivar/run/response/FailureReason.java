package dev.cultivar.run.response;

import dev.cultivar.text.Plural;

/**
 * Why a response was not scored, in the words of what failed; untrusted.
 *
 * @param reason one line, empty where it was scored
 * @param attempts how often it was tried, at least 1
 * @param tokens a limit that would have held the answer; 0 where none cut it, or none would
 * @param endless whether a limit cut an answer that none would have held: the model said one phrase over and over
 */
public record FailureReason(String reason, int attempts, int tokens, boolean endless) {

    /** A reason other than a limit of tokens. */
    public FailureReason(String reason, int attempts) {
        this(reason, attempts, 0, false);
    }

    /** With the number of attempts, where there were several. */
    public String text() {
        return attempts == 1 ? reason : reason + " (" + Plural.of(attempts, "attempt") + ")";
    }
}
