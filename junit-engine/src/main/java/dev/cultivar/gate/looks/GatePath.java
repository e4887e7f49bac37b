package dev.cultivar.gate.looks;

import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.gate.Bound;
import dev.cultivar.gate.Finding;
import dev.cultivar.gate.GateEvaluation;
import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.GateOutcome;
import dev.cultivar.gate.GateResult;
import dev.cultivar.gate.facts.ErrorControl;
import dev.cultivar.gate.facts.Look;
import dev.cultivar.run.plan.SampleKey;
import dev.cultivar.stats.Interval;
import dev.cultivar.stats.sequential.GroupSequentialDesign;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * One gate from look to look.
 *
 * @param found what each look found about it, first look first, for as long as its responses were asked
 * @param p the lowest level of the looks so far: the gate's repeated p-value
 * @param least the look with that level, from 0; -1 before any look tested the gate
 * @param isDecided whether the multiplicity control has rejected it
 */
record GatePath(GateLeaf leaf, List<Found> found, double p, int least, boolean isDecided) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** What a look found. */
    record Found(GateEvaluation at, Finding finding) {}

    /** How an interval follows from what a look found and the level left to the gate. */
    @FunctionalInterface
    interface Intervals {
        Interval of(Pivot pivot, int look, double level);
    }

    GatePath {
        found = List.copyOf(found);
    }

    static GatePath of(GateLeaf leaf) {
        return new GatePath(leaf, List.of(), 1, -1, false);
    }

    /** The path after one more look. A gate that is decided stays so, with the figures that decided it. */
    GatePath after(int look, GateEvaluation evaluation, GroupSequentialDesign test) {
        if (isDecided) {
            return this;
        }
        Finding finding = evaluation.find(leaf);
        List<Found> all = new ArrayList<>(found);
        all.add(new Found(evaluation, finding));
        double level = finding instanceof Finding.Tested tested ? test.level(look, atThreshold(tested)) : 1;
        return finding instanceof Finding.Tested && (least < 0 || level < p)
                ? new GatePath(leaf, all, level, look, false)
                : new GatePath(leaf, all, p, least, false);
    }

    GatePath decided() {
        return new GatePath(leaf, found, p, least, true);
    }

    /** The last look, from 0, at which the gate was open and its responses were asked. */
    int last() {
        return found.size() - 1;
    }

    /** The look that the gate's figures come from. */
    int deciding() {
        return isDecided ? least : last();
    }

    /** Whether any look tested it. */
    boolean wasTested() {
        return least >= 0;
    }

    /** Whether a look may test the gate; a gate that compares with nothing, or has no interval, is never tested. */
    boolean mayBeTested() {
        return leaf.gate().hasInterval() && !(latest() instanceof Finding.NotCompared);
    }

    /** Whether no further responses of this run could decide the gate, whatever they say. */
    boolean isBeyondAsking() {
        return latest() instanceof Finding.Undecidable undecidable
                && undecidable.obstacle().isFinal();
    }

    private Finding latest() {
        return found.get(last()).finding();
    }

    /** Whether the gate rests on a sample; one that rests on several models keeps all of them open. */
    boolean restsOn(SampleKey sample) {
        return !leaf.gate().restsOnOneSample()
                || (sample.model().equals(leaf.model()) && sample.language().equals(leaf.language()));
    }

    /** Probability that the last look decides the gate, if what was found is true; empty where nothing was found. */
    Optional<Double> hope(GroupSequentialDesign test, double level) {
        if (!(latest() instanceof Finding.Tested tested)) {
            return Optional.empty();
        }
        double z = NORMAL.inverseSurvivalProbability(atThreshold(tested) / 2);
        return Optional.of(test.conditionalPower(last(), z, level));
    }

    private double atThreshold(Finding.Tested tested) {
        return tested.pivot().p(leaf.bound().value());
    }

    /** @param level that the multiplicity control leaves to the gate, if it was tested */
    GateResult result(double level, Intervals intervals, @Nullable Look look, ErrorControl control) {
        Found here = found.get(deciding());
        return here.at().result(leaf, here.finding(), outcome(here.finding(), level, intervals, look, control));
    }

    private GateOutcome outcome(
            Finding finding, double level, Intervals intervals, @Nullable Look look, ErrorControl control) {
        Bound bound = leaf.bound();
        if (finding instanceof Finding.Tested tested) {
            Interval interval = intervals.of(tested.pivot(), deciding(), level);
            return new GateOutcome.Decided(
                    tested.estimate(), interval, tested.estimand(), control, bound.decide(interval), look);
        }
        if (finding instanceof Finding.Exact exact) {
            return new GateOutcome.Exact(exact.value(), bound.decide(exact.value()));
        }
        if (finding instanceof Finding.NotCompared notCompared) {
            return new GateOutcome.NotCompared(notCompared.obstacle());
        }
        return new GateOutcome.Undecidable(((Finding.Undecidable) finding).obstacle());
    }
}
