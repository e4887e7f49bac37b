package dev.cultivar.service;

import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.GateResult;
import dev.cultivar.results.baseline.AgainstBaseline;
import dev.cultivar.results.provenance.BrokeOff;
import dev.cultivar.run.response.RunRecord;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run came to.
 *
 * @param run what was asked and answered
 * @param estimates the statistics
 * @param verdicts one a gate, in the plan's order; none where only part of the suite was asked
 * @param against the run beside its baselines; none where only part of the suite was asked
 * @param brokeOff why the run did not come to its end; null where it did, or where somebody stopped it
 */
public record SuiteConclusion(
        RunRecord run,
        List<Estimate> estimates,
        Map<GateLeaf, GateResult> verdicts,
        List<AgainstBaseline> against,
        @Nullable BrokeOff brokeOff) {

    /** Not compared with any baseline. */
    public SuiteConclusion(RunRecord run, List<Estimate> estimates, Map<GateLeaf, GateResult> verdicts) {
        this(run, estimates, verdicts, List.of());
    }

    /** That came to its end. */
    public SuiteConclusion(
            RunRecord run,
            List<Estimate> estimates,
            Map<GateLeaf, GateResult> verdicts,
            List<AgainstBaseline> against) {
        this(run, estimates, verdicts, against, null);
    }

    public SuiteConclusion {
        against = List.copyOf(against);
        estimates = List.copyOf(estimates);
        verdicts = Collections.unmodifiableMap(new LinkedHashMap<>(verdicts));
    }

    /**
     * Of a run that was stopped: no statistic, as it is not the suite's, and no verdict.
     *
     * @param brokeOff what broke it off, or null
     */
    public static SuiteConclusion interrupted(RunRecord run, @Nullable BrokeOff brokeOff) {
        return new SuiteConclusion(run, List.of(), Map.of(), List.of(), brokeOff);
    }
}
