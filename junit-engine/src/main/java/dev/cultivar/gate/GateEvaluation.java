package dev.cultivar.gate;

import dev.cultivar.analysis.Analysis;
import dev.cultivar.analysis.estimate.Pivot;
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

    /** One result a leaf, in their order. */
    public List<GateResult> decide(GatePlan plan) {
        List<Finding> found = plan.leaves().stream().map(findings::of).toList();
        List<Finding.Tested> tested = found.stream()
                .flatMap(finding -> finding instanceof Finding.Tested one ? Stream.of(one) : Stream.empty())
                .toList();
        Iterator<Interval> intervals = intervals(tested).iterator();
        ErrorControl control = new ErrorControl(correction.label(), tested.size(), confidence);
        List<GateResult> results = new ArrayList<>();
        for (Finding finding : found) {
            results.add(evidence.of(
                    finding,
                    finding instanceof Finding.Tested one ? decided(one, intervals.next(), control) : exact(finding)));
        }
        return List.copyOf(results);
    }

    /** Each at the level that leaves out the threshold exactly where the corrected test is rejected. */
    private List<Interval> intervals(List<Finding.Tested> tested) {
        double[] p = tested.stream()
                .mapToDouble(finding -> finding.pivot().p(finding.leaf().bound().value()))
                .toArray();
        double[] alphas = correction.alphas(p, 1 - confidence);
        List<Interval> intervals = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            Pivot pivot = tested.get(i).pivot();
            intervals.add(pivot.interval(1 - alphas[i]));
        }
        return intervals;
    }

    private static GateOutcome decided(Finding.Tested finding, Interval interval, ErrorControl control) {
        return new GateOutcome.Decided(
                finding.estimate(), interval, control, finding.leaf().bound().decide(interval));
    }

    private static GateOutcome exact(Finding finding) {
        if (finding instanceof Finding.Exact exact) {
            return new GateOutcome.Exact(exact.value(), exact.leaf().bound().decide(exact.value()));
        }
        if (finding instanceof Finding.NotCompared notCompared) {
            return new GateOutcome.NotCompared(notCompared.obstacle());
        }
        return new GateOutcome.Undecidable(((Finding.Undecidable) finding).obstacle());
    }
}
