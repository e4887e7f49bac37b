package dev.cultivar.report.words;

import dev.cultivar.gate.Bound;
import dev.cultivar.gate.power.Outlook;
import dev.cultivar.settings.Estimand;
import dev.cultivar.text.Digits;
import dev.cultivar.text.Plural;

/** Describes in one line what a gate can detect. */
public final class PowerWords {

    private PowerWords() {}

    /** The line, with a full stop. */
    public static String of(Outlook power) {
        String more = power.needed().isPresent()
                ? Plural.of(power.needed().getAsLong(), "response") + " per model and language"
                : power.design().estimand() == Estimand.ALL_TOPICS
                        ? "more topics: no number of responses to these "
                                + power.design().topics() + " is enough"
                        : "more than anyone would ask for";
        Bound bound = power.leaf().bound();
        return power.leaf().name() + ": passes in 80 of 100 runs if the truth is "
                + Digits.beside(bound.inside(power.detectable()), bound.value())
                + (bound.side() == Bound.Side.AT_LEAST ? " or more, " : " or less, ")
                + Digits.beside(power.detectable(), Double.NaN)
                + " on the right side of the threshold; to detect " + Digits.exact(power.effect()) + " it takes " + more
                + ".";
    }
}
