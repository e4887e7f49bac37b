package dev.cultivar.results;

import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.GateResult;
import dev.cultivar.results.OwnChecks.FailedCheck;
import dev.cultivar.results.baseline.AgainstBaseline;
import dev.cultivar.results.provenance.AgainCommand;
import dev.cultivar.results.provenance.BrokeOff;
import dev.cultivar.results.provenance.LeftOut;
import dev.cultivar.results.provenance.RunEnvironment;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.settings.Origin;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Settings;
import dev.cultivar.settings.StoreMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A finished suite: everything that reports are written from.
 *
 * @param run what was asked and answered
 * @param estimates the statistics
 * @param gates the verdicts
 * @param checks outcomes of the suite's own probe methods; failed ones turn a build red, as gates do
 * @param environment where it ran
 * @param against the run compared with its baselines; empty if only part of the suite was asked
 * @param leftOut what the suite's module declares but the run left out
 * @param brokeOff why the run did not finish; null if it did, or if somebody stopped it
 */
public record SuiteReport(
        RunRecord run,
        List<Estimate> estimates,
        List<GateResult> gates,
        OwnChecks checks,
        RunEnvironment environment,
        List<AgainstBaseline> against,
        LeftOut leftOut,
        @Nullable BrokeOff brokeOff) {

    /** The most that the setting accepts. */
    private static final long MOST_RESPONSES = 10_000_000;

    public SuiteReport {
        against = List.copyOf(against);
        estimates = List.copyOf(estimates);
        gates = List.copyOf(gates);
    }

    /** Assertions of the suite's own probe methods that did not hold. */
    public List<FailedCheck> failedChecks() {
        return checks.failed();
    }

    /**
     * Settings of the command that reruns the suite: its own, with a budget that pays for whatever a spent budget left unasked, or with
     * enough responses to decide inconclusive gates, because the same responses give the same verdict. A replay has no other responses,
     * and raising a budget for more responses is up to the user.
     */
    public RunSettings again() {
        RunSettings settings = AgainCommand.settings(run);
        if (settings.value(Settings.MODE) == StoreMode.REPLAY
                || settings.value(Settings.BUDGET).isPresent()) {
            return settings;
        }
        OptionalLong enough = gates.stream()
                .filter(gate -> gate.verdict() == Verdict.INCONCLUSIVE)
                .map(gate -> GateRow.of(suite(), settings.value(Settings.CONFIDENCE), gate, ""))
                .flatMapToLong(gate -> gate.responsesToDecide().stream())
                .max();
        return enough.isPresent() && enough.getAsLong() <= MOST_RESPONSES
                ? settings.with(Settings.RESPONSES, Optional.of(Math.toIntExact(enough.getAsLong())), Origin.PARAMETER)
                : settings;
    }

    /**
     * The command that reruns what a gate rests on. It asks for more responses only if the gate is inconclusive: they are not a second
     * chance.
     */
    public String again(GateResult gate) {
        return AgainCommand.ofGate(
                suite(), gate.verdict() == Verdict.INCONCLUSIVE ? again() : AgainCommand.settings(run), gate);
    }

    /** Class name of the suite. */
    public String suite() {
        return run.plan().suite();
    }
}
