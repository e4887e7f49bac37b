package dev.cultivar.gate.facts;

/**
 * The look that a gate's figures come from.
 *
 * @param number of the look, from 1
 * @param of number of looks planned, at least 2
 * @param ending why no later look counts
 */
public record Look(int number, int of, Ending ending) {

    /** Why no later look counts. */
    public enum Ending {
        /** It decided the gate. */
        DECIDED,
        /** It left the gate open, with so little hope of a decision that the rest was not asked. */
        HOPELESS,
        /** It was the last, and left the gate open. */
        LAST
    }
}
