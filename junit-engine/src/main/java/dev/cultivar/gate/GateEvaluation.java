package dev.cultivar.gate;

import dev.cultivar.analysis.Analysis;
import dev.cultivar.gate.facts.ErrorControl;
import dev.cultivar.history.BaselineSource;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.settings.Settings;
import dev.cultivar.stats.Correction;
import dev.cultivar.stats.Interval;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decides gates. Verdicts rest on unrounded interval bounds: at or beyond the threshold {@code PASS}, wholly on the other side
 * {@code FAIL}, else {@code INCONCLUSIVE}; without an estimate {@code FAIL}.
 */
public final class GateEvaluation {

    private final Findings findings;
    private final GateEvidence evidence;
    private final Correction correction;
    private final double confidence;

    /**
     * Prepares the decision of a run's gates.
     *
     * @param run what was asked and answered
     * @param analysis its statistics, with {@link GatePlan#require} in their options
     * @param baselines reads baseline runs of regression gates
     */
    public GateEvaluation(RunRecord run, Analysis analysis, BaselineSource baselines) {
        findings = new Findings(run, analysis, baselines);
        evidence = new GateEvidence(run, analysis);
        correction = MultiplicityControl.of(run.plan().settings().value(Settings.CORRECTION));
        confidence = run.plan().settings().value(Settings.CONFIDENCE);
    }

    /** A leaf and what was found for it. */
    private record Found(GateLeaf leaf, Finding finding) {}

    /** A leaf that an interval decides. */
    private record Tested(GateLeaf leaf, Finding.Tested finding) {}

    /** One result a leaf, in their order. */
    public List<GateResult> decide(GatePlan plan) {
        List<Found> found =
                plan.leaves().stream().map(leaf -> new Found(leaf, find(leaf))).toList();
        List<Tested> tested = found.stream()
                .flatMap(one -> one.finding() instanceof Finding.Tested finding
                        ? Stream.of(new Tested(one.leaf(), finding))
                        : Stream.empty())
                .toList();
        Iterator<Interval> intervals = intervals(tested).iterator();
        ErrorControl control = new ErrorControl(correction.label(), tested.size(), confidence);
        List<GateResult> results = new ArrayList<>();
        for (Found one : found) {
            Bound bound = one.leaf().bound();
            GateOutcome outcome = one.finding() instanceof Finding.Tested finding
                    ? decided(finding, bound, intervals.next(), control)
                    : exact(one.finding(), bound);
            results.add(evidence.of(one.leaf(), one.finding(), outcome));
        }
        return List.copyOf(results);
    }

    private Finding find(GateLeaf leaf) {
        Gate gate = leaf.gate();
        return findings.obstacle(leaf.subject(), !gate.hasInterval())
                .map(Finding::undecidable)
                .orElseGet(() -> gate.find(findings, leaf.subject()));
    }

    /** Each at the level that leaves out the threshold exactly where the corrected test is rejected. */
    private List<Interval> intervals(List<Tested> tested) {
        double[] p = tested.stream()
                .mapToDouble(one -> one.finding().pivot().p(one.leaf().bound().value()))
                .toArray();
        double[] alphas = correction.alphas(p, 1 - confidence);
        List<Interval> intervals = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            intervals.add(tested.get(i).finding().pivot().interval(1 - alphas[i]));
        }
        return intervals;
    }

    private static GateOutcome decided(Finding.Tested finding, Bound bound, Interval interval, ErrorControl control) {
        return new GateOutcome.Decided(finding.estimate(), interval, control, bound.decide(interval));
    }

    private static GateOutcome exact(Finding finding, Bound bound) {
        if (finding instanceof Finding.Exact exact) {
            return new GateOutcome.Exact(exact.value(), bound.decide(exact.value()));
        }
        if (finding instanceof Finding.NotCompared notCompared) {
            return new GateOutcome.NotCompared(notCompared.obstacle());
        }
        return new GateOutcome.Undecidable(((Finding.Undecidable) finding).obstacle());
    }
}
