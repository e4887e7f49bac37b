package dev.cultivar.engine;

import dev.cultivar.gate.GateSpec;
import dev.cultivar.gate.GateVerdict;
import dev.cultivar.report.FailedCheck;
import dev.cultivar.run.CellKey;
import dev.cultivar.run.CellRecord;
import dev.cultivar.run.RunPlan;
import dev.cultivar.run.RunRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** All that the tree needs of the services below it. */
interface SuitePipeline {

    /**
     * Every leaf of the gates.
     *
     * @throws dev.cultivar.run.PlanException where gates contradict or name what is not there
     */
    List<PlannedGate> gates(RunPlan plan, List<GateSpec> declared);

    /** Starts asking the cells, at least one, and returns at once. */
    Running start(PlannedSuite suite, Set<CellKey> cells);

    /** The verdict of every planned gate; called once a run, after every cell of the plan was asked. */
    Map<PlannedGate, GateVerdict> verdicts(PlannedSuite suite, RunRecord record);

    /**
     * Writes the reports.
     *
     * @param verdicts empty where only a part of the suite was asked
     * @param failedChecks assertions of the suite's own that did not hold
     * @return the files to point users at
     */
    List<Path> report(
            PlannedSuite suite,
            RunRecord record,
            Map<PlannedGate, GateVerdict> verdicts,
            List<FailedCheck> failedChecks);

    /** A run under way. */
    interface Running extends AutoCloseable {

        /** Why a model cannot be asked at all, by model name: one line each, for example on a missing key. */
        Map<String, String> unreachable();

        /** Completes when the cell's last response has ended. */
        CompletableFuture<CellRecord> cell(CellKey cell);

        /** Why responses of a finished cell were not scored: distinct lines, most frequent first. */
        List<String> complaints(CellKey cell);

        /** Completes when the last cell has. */
        CompletableFuture<RunRecord> record();

        /** Cancels calls in flight and returns at once. */
        void cancel();

        @Override
        void close();
    }
}
