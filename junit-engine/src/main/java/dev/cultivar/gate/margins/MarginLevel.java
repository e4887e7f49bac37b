package dev.cultivar.gate.margins;

import dev.cultivar.stats.Correction;
import dev.cultivar.stats.JointPower;

/** At which margins a number of regression gates, taken together, pass an unchanged release often enough. */
public final class MarginLevel {

    /** Share of runs in which an unchanged release must pass all of them. */
    private static final double POWER = 0.8;

    /** The least margin is rounded up to thousandths, so that people can write down the margin that a gate applied. */
    private static final double STEPS = 1000;

    private final JointPower power;
    private final double shift;

    /**
     * Margins for the regression gates of a suite.
     *
     * @param gates number of gates, at least 1
     * @param confidence at which all of them are decided together, in (0,1)
     */
    public MarginLevel(Correction correction, int gates, double confidence) {
        power = new JointPower(correction, gates, 1 - confidence);
        shift = power.shift(POWER);
    }

    int gates() {
        return power.tests();
    }

    /** The least margin for a change with this standard error. */
    public double least(double standardError) {
        return Math.ceil(shift * standardError * STEPS) / STEPS;
    }

    /** The largest standard error for which the margin is enough. */
    public double standardError(double margin) {
        return margin / shift;
    }

    /** The share of runs in which an unchanged release passes, if all gates have such a margin relative to their precision. */
    double share(double margin, double standardError) {
        return standardError == 0 ? 1 : power.of(margin / standardError);
    }
}
