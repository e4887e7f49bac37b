package dev.cultivar.gate;

import dev.cultivar.analysis.Analysis;
import dev.cultivar.history.BaselineSource;
import dev.cultivar.run.response.RunRecord;

/**
 * What the responses of a run, up to one look, say of its gates. Verdicts rest on unrounded interval bounds: at or beyond the threshold
 * {@code PASS}, wholly on the other side {@code FAIL}, else {@code INCONCLUSIVE}; without an estimate {@code FAIL}.
 */
public final class GateEvaluation {

    private final Findings findings;
    private final GateEvidence evidence;

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
    }

    /** What it says of one gate, before the error level is shared out. */
    public Finding find(GateLeaf leaf) {
        Gate gate = leaf.gate();
        return findings.obstacle(leaf.subject(), !gate.hasInterval())
                .map(Finding::undecidable)
                .orElseGet(() -> gate.find(findings, leaf.subject()));
    }

    /** The outcome with what a reader needs to act on it. */
    public GateResult result(GateLeaf leaf, Finding finding, GateOutcome outcome) {
        return evidence.of(leaf, finding, outcome);
    }
}
