package dev.cultivar.gate;

import dev.cultivar.api.Verdict;
import dev.cultivar.gate.facts.ErrorControl;
import dev.cultivar.gate.facts.Look;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.settings.Estimand;
import dev.cultivar.stats.Interval;
import org.jspecify.annotations.Nullable;

/** How a gate was decided, or why not. */
public sealed interface GateOutcome {

    Verdict verdict();

    /**
     * By an interval.
     *
     * @param interval at the level that the error control left this gate
     * @param estimand the question that it answers
     * @param look that these figures are of; null where everything was asked before anyone looked
     */
    record Decided(
            double estimate,
            Interval interval,
            Estimand estimand,
            ErrorControl control,
            Verdict verdict,
            @Nullable Look look)
            implements GateOutcome {}

    /** By a value that has no sampling error. */
    record Exact(double value, Verdict verdict) implements GateOutcome {}

    /** There is nothing to decide on, which fails. */
    record Undecidable(Obstacle obstacle) implements GateOutcome {
        @Override
        public Verdict verdict() {
            return Verdict.FAIL;
        }
    }

    /** There is nothing to compare with and none is required, which passes. */
    record NotCompared(Obstacle obstacle) implements GateOutcome {
        @Override
        public Verdict verdict() {
            return Verdict.PASS;
        }
    }
}
