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
     * Decided by an interval.
     *
     * @param interval at the level that the error control leaves to this gate
     * @param estimand the question that the interval answers
     * @param look whose figures these are; null where everything was asked before anyone looked
     */
    record Decided(
            double estimate,
            Interval interval,
            Estimand estimand,
            ErrorControl control,
            Verdict verdict,
            @Nullable Look look)
            implements GateOutcome {}

    /** Decided by a value without sampling error. */
    record Exact(double value, Verdict verdict) implements GateOutcome {}

    /** There is nothing to decide on, so the gate fails. */
    record Undecidable(Obstacle obstacle) implements GateOutcome {
        @Override
        public Verdict verdict() {
            return Verdict.FAIL;
        }
    }

    /** There is nothing to compare with and no baseline is required, so the gate passes. */
    record NotCompared(Obstacle obstacle) implements GateOutcome {
        @Override
        public Verdict verdict() {
            return Verdict.PASS;
        }
    }
}
