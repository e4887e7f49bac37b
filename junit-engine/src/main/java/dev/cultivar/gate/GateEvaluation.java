package dev.cultivar.gate;

import dev.cultivar.analysis.Analysis;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.history.BaselineSource;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.stats.Correction;
import dev.cultivar.stats.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides gates. Verdicts rest on unrounded interval bounds: at or beyond the threshold {@code PASS}, wholly on the other side
 * {@code FAIL}, else {@code INCONCLUSIVE}; without an estimate {@code FAIL}.
 */
public final class GateEvaluation {

    private final Findings findings;
    private final Correction correction;
    private final double confidence;
    private final Messages messages;

    /**
     * Prepares the decision of a run's gates.
     *
     * @param run what was asked and answered
     * @param analysis its statistics, with {@link GatePlan#require} in their options
     * @param baselines reads baseline runs of regression gates
     */
    public GateEvaluation(RunRecord run, Analysis analysis, BaselineSource baselines) {
        findings = new Findings(run, analysis, baselines);
        correction = Correction.of(run.plan().settings().correction().value()).orElse(Correction.HOLM);
        confidence = run.plan().settings().confidence().value();
        messages = new Messages(run, analysis);
    }

    /** One verdict a leaf, in their order. */
    public List<GateVerdict> verdicts(GatePlan plan) {
        List<Finding> found = plan.leaves().stream().map(findings::of).toList();
        List<Finding> tested =
                found.stream().filter(finding -> finding.pivot() != null).toList();
        double[] p = new double[tested.size()];
        for (int i = 0; i < p.length; i++) {
            Pivot pivot = tested.get(i).pivot();
            p[i] = pivot == null ? 1 : pivot.p(tested.get(i).leaf().bound());
        }
        double[] alphas = correction.alphas(p, 1 - confidence);
        List<GateVerdict> verdicts = new ArrayList<>();
        int at = 0;
        for (Finding finding : found) {
            Pivot pivot = finding.pivot();
            if (pivot == null) {
                verdicts.add(messages.exact(finding, confidence));
            } else {
                Interval interval = pivot.interval(1 - alphas[at++]);
                verdicts.add(messages.tested(finding, interval, correction, p.length, confidence));
            }
        }
        return List.copyOf(verdicts);
    }
}
