package dev.cultivar.engine;

import dev.cultivar.gate.GateSpec;
import dev.cultivar.gate.GateVerdict;
import dev.cultivar.run.CellKey;
import dev.cultivar.run.RunPlan;
import dev.cultivar.run.RunRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pipeline of users' runs. */
final class LivePipeline implements SuitePipeline {

    @Override
    public List<PlannedGate> gates(RunPlan plan, List<GateSpec> declared) {
        throw new UnsupportedOperationException("the gates' service is not wired in yet");
    }

    @Override
    public Running start(PlannedSuite suite, Set<CellKey> cells) {
        throw new UnsupportedOperationException("the run's participants are not wired in yet");
    }

    @Override
    public Map<PlannedGate, GateVerdict> verdicts(PlannedSuite suite, RunRecord record) {
        throw new UnsupportedOperationException("the gates' service is not wired in yet");
    }

    @Override
    public List<Path> report(PlannedSuite suite, RunRecord record, Map<PlannedGate, GateVerdict> verdicts) {
        throw new UnsupportedOperationException("the reports' service is not wired in yet");
    }
}
