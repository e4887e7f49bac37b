package dev.cultivar.gate;

import dev.cultivar.text.Digits;
import java.util.Optional;

/** Thresholds that make sense, both ends included. */
record Range(double least, double most) {

    static final Range ANY = new Range(-Double.MAX_VALUE, Double.MAX_VALUE);

    /** What is wrong with a threshold; NaN is always wrong. */
    Optional<String> mistake(double threshold) {
        if (threshold >= least && threshold <= most) {
            return Optional.empty();
        }
        return Optional.of(
                this.equals(ANY)
                        ? "is not a finite number."
                        : "is outside [" + Digits.exact(least) + ", " + Digits.exact(most) + "].");
    }
}
