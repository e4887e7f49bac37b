package dev.cultivar.gate.power;

import dev.cultivar.api.Verdict;
import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.design.PowerDesign;
import java.util.OptionalLong;

/**
 * What can be said about one gate before anything is asked.
 *
 * @param leaf the gate
 * @param design design of its statistic
 * @param standardError expected, on Fisher's z scale for alignment and consistency
 * @param detectable smallest distance of the truth from the threshold, on the passing side, at which the gate passes in 80 of 100 runs,
 *     whatever the other gates do
 * @param needed responses per model and language to detect a distance of {@code effect}; empty where no number of responses to these
 *     topics is enough
 * @param effect the distance that the caller asked about
 * @param verdict the one reached in 80 of 100 runs if the statistic is as expected; {@code INCONCLUSIVE} where none is reached so often
 * @param deciding responses per model and language for such a verdict, where there is none; empty where no number is enough, or where it
 *     takes more than {@value #MOST_FOLD} times the planned number
 */
public record Outlook(
        GateLeaf leaf,
        PowerDesign design,
        double standardError,
        double detectable,
        OptionalLong needed,
        double effect,
        Verdict verdict,
        OptionalLong deciding) {

    /** Nobody asks for this many times the responses. */
    static final int MOST_FOLD = 20;

    /** Whether its verdict is known. */
    public boolean isDecided() {
        return verdict != Verdict.INCONCLUSIVE;
    }
}
