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
 * The results of a run.
 *
 * @param run what was asked and answered
 * @param estimates the statistics
 * @param verdicts one per gate, in the plan's order; none if only part of the suite was asked
 * @param against the run compared with its baselines; none if only part of the suite was asked
 * @param brokeOff why the run did not finish; null if it did, or if somebody stopped it
 */
public record SuiteConclusion(
        RunRecord run,
        List<Estimate> estimates,
        Map<GateLeaf, GateResult> verdicts,
        List<AgainstBaseline> against,
        @Nullable BrokeOff brokeOff) {

    /** A conclusion without any comparison with a baseline. */
    public SuiteConclusion(RunRecord run, List<Estimate> estimates, Map<GateLeaf, GateResult> verdicts) {
        this(run, estimates, verdicts, List.of());
    }

    /** The conclusion of a run that finished. */
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
     * The conclusion of a run that stopped early. It has no verdict, and no statistic, which would not be the suite's.
     *
     * @param brokeOff what ended the run, or null
     */
    public static SuiteConclusion interrupted(RunRecord run, @Nullable BrokeOff brokeOff) {
        return new SuiteConclusion(run, List.of(), Map.of(), List.of(), brokeOff);
    }
}
