package dev.cultivar.gate;

import dev.cultivar.analysis.Analysis;
import dev.cultivar.history.BaselineSource;
import dev.cultivar.run.response.RunRecord;

/**
 * What the responses of a run, up to one look, say about its gates. Verdicts rest on unrounded interval bounds: {@code PASS} if the
 * interval is at or beyond the threshold, {@code FAIL} if it is wholly on the other side, else {@code INCONCLUSIVE}; without an estimate
 * {@code FAIL}.
 */
public final class GateEvaluation {

    private final Findings findings;
    private final GateEvidence evidence;

    /**
     * Prepares the decision of a run's gates.
     *
     * @param run the questions and the answers
     * @param analysis the run's statistics, computed with {@link GatePlan#require} in the options
     * @param baselines reads baseline runs of regression gates
     */
    public GateEvaluation(RunRecord run, Analysis analysis, BaselineSource baselines) {
        findings = new Findings(run, analysis, baselines);
        evidence = new GateEvidence(run, analysis);
    }

    /** What the run says about one gate, before the gates share out the error level. */
    public Finding find(GateLeaf leaf) {
        Gate gate = leaf.gate();
        return findings.obstacle(leaf.subject(), !gate.hasInterval())
                .map(Finding::undecidable)
                .orElseGet(() -> gate.find(findings, leaf.subject()));
    }

    /** The outcome, with what a reader needs to act on it. */
    public GateResult result(GateLeaf leaf, Finding finding, GateOutcome outcome) {
        return evidence.of(leaf, finding, outcome);
    }
}
