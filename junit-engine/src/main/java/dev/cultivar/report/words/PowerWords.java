package dev.cultivar.report.words;

import dev.cultivar.gate.Bound;
import dev.cultivar.gate.GatePower;
import dev.cultivar.text.Digits;

/** What a gate can detect, in one line. */
public final class PowerWords {

    private PowerWords() {}

    /** With a full stop. */
    public static String of(GatePower.Detectable power) {
        String more = power.needed().isPresent()
                ? power.needed().getAsLong() + " responses per model and language"
                : "no number of responses to these " + power.topics() + " topics, but " + power.neededTopics()
                        + " topics";
        Bound bound = power.leaf().bound();
        return power.leaf().name() + ": passes in 80 of 100 runs if the truth is "
                + Digits.beside(bound.inside(power.detectable()), bound.value())
                + (bound.side() == Bound.Side.AT_LEAST ? " or more, " : " or less, ")
                + Digits.beside(power.detectable(), Double.NaN)
                + " on the right side of the threshold; for " + Digits.exact(power.effect()) + " it takes " + more
                + ".";
    }
}
