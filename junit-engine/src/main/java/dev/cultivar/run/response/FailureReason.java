package dev.cultivar.run.response;

import dev.cultivar.text.Plural;

/**
 * Why a response was not scored, in the words of what failed; untrusted.
 *
 * @param reason one line, empty where it was scored
 * @param attempts how often it was tried, at least 1
 * @param tokens a limit that would have held the answer; 0 where none cut it
 */
public record FailureReason(String reason, int attempts, int tokens) {

    /** A reason other than a limit of tokens. */
    public FailureReason(String reason, int attempts) {
        this(reason, attempts, 0);
    }

    /** With the number of attempts, where there were several. */
    public String text() {
        return attempts == 1 ? reason : reason + " (" + Plural.of(attempts, "attempt") + ")";
    }
}
