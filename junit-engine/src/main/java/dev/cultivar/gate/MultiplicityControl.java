package dev.cultivar.gate;

import dev.cultivar.settings.Multiplicity;
import dev.cultivar.stats.Correction;

/** The numbers behind the labels of the setting {@code cultivar.correction}. */
public final class MultiplicityControl {

    private MultiplicityControl() {}

    public static Correction of(Multiplicity setting) {
        return switch (setting) {
            case HOLM -> Correction.HOLM;
            case BH -> Correction.BH;
            case NONE -> Correction.NONE;
        };
    }
}
