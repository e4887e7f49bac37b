package dev.cultivar.gate.facts;

/**
 * The look that a gate's figures are of.
 *
 * @param number from 1
 * @param of looks that were planned, at least 2
 * @param ending why no later look counts
 */
public record Look(int number, int of, Ending ending) {

    /** Why no later look counts. */
    public enum Ending {
        /** It decided the gate. */
        DECIDED,
        /** It left the gate open, and so little hope that the rest would decide it that the rest was not asked. */
        HOPELESS,
        /** It was the last, and left the gate open. */
        LAST
    }
}
