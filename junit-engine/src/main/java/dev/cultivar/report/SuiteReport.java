package dev.cultivar.report;

import dev.cultivar.analysis.Estimate;
import dev.cultivar.gate.GateVerdict;
import dev.cultivar.run.RunRecord;
import java.util.List;

/**
 * A finished suite: all that reports are written from.
 *
 * @param run what was asked and answered
 * @param estimates the statistics
 * @param gates the verdicts
 * @param failedChecks assertions of the suite's own probe methods that did not hold; they turn a build red as gates do
 * @param environment where it ran
 */
public record SuiteReport(
        RunRecord run,
        List<Estimate> estimates,
        List<GateVerdict> gates,
        List<FailedCheck> failedChecks,
        Environment environment) {

    public SuiteReport {
        estimates = List.copyOf(estimates);
        gates = List.copyOf(gates);
        failedChecks = List.copyOf(failedChecks);
    }

    /** Class name of the suite. */
    public String suite() {
        return run.plan().suite();
    }
}
