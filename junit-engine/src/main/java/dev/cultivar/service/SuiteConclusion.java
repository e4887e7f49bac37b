package dev.cultivar.service;

import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.GateResult;
import dev.cultivar.results.baseline.AgainstBaseline;
import dev.cultivar.run.response.RunRecord;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run came to.
 *
 * @param run what was asked and answered
 * @param estimates the statistics
 * @param verdicts one a gate, in the plan's order; none where only a part of the suite was asked
 * @param against the run beside its baselines; none where only a part of the suite was asked
 */
public record SuiteConclusion(
        RunRecord run, List<Estimate> estimates, Map<GateLeaf, GateResult> verdicts, List<AgainstBaseline> against) {

    /** Not compared with any baseline. */
    public SuiteConclusion(RunRecord run, List<Estimate> estimates, Map<GateLeaf, GateResult> verdicts) {
        this(run, estimates, verdicts, List.of());
    }

    public SuiteConclusion {
        against = List.copyOf(against);
        estimates = List.copyOf(estimates);
        verdicts = Collections.unmodifiableMap(new LinkedHashMap<>(verdicts));
    }

    /** Of a run that was stopped: no statistic, as it is not the suite's, and no verdict. */
    public static SuiteConclusion interrupted(RunRecord run) {
        return new SuiteConclusion(run, List.of(), Map.of());
    }
}
