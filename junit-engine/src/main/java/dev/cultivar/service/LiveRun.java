package dev.cultivar.service;

import dev.cultivar.run.SuiteRun;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.FailureReasons;
import dev.cultivar.run.response.RunRecord;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A run of real calls.
 *
 * @param companions what to close with it
 */
record LiveRun(SuiteRun run, List<AutoCloseable> companions) implements SuitePipeline.Running {

    @Override
    public CompletableFuture<CellRecord> cell(CellKey cell) {
        return run.cell(cell);
    }

    @Override
    public List<String> complaints(CellKey cell) {
        return FailureReasons.of(run.responses(cell).stream());
    }

    @Override
    public CompletableFuture<RunRecord> record() {
        return run.record();
    }

    @Override
    public RunRecord interrupted() {
        return run.interrupted();
    }

    @Override
    public void cancel() {
        run.cancel();
    }

    @Override
    public void close() {
        try {
            for (AutoCloseable companion : companions) {
                companion.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("the resources of the run cannot be closed", e);
        } finally {
            run.close();
        }
    }
}
