package dev.cultivar.gate.power;

import dev.cultivar.api.Verdict;
import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.design.PowerDesign;
import java.util.OptionalLong;

/**
 * What can be said of one gate before anything is asked.
 *
 * @param leaf the gate
 * @param design of its statistic
 * @param standardError expected, on Fisher's z scale for alignment and consistency
 * @param detectable smallest distance of the truth from the threshold, on the passing side, at which the gate passes in 80 of 100 runs,
 *     however the other gates come out
 * @param needed responses per model and language for a distance of {@code effect}; empty where no number of responses to these topics
 *     is enough
 * @param effect the distance that was asked for
 * @param verdict in 80 of 100 runs, if the statistic is as expected; {@code INCONCLUSIVE} where none has so much
 * @param deciding responses per model and language for such a verdict, where there is none; empty where no number of them is enough, or
 *     more than {@value #MOST_FOLD} times those planned
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

    /** Nobody asks for so many times the responses. */
    static final int MOST_FOLD = 20;

    /** Whether its verdict is known. */
    public boolean isDecided() {
        return verdict != Verdict.INCONCLUSIVE;
    }
}
