package dev.cultivar.service;

import dev.cultivar.results.OwnChecks;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.suite.PlannedSuite;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Everything that the tree needs from the services below it. */
public interface SuitePipeline {

    /** Starts asking the cells, at least one, and returns at once. */
    Running start(PlannedSuite suite, Set<CellKey> cells);

    /**
     * Estimates and decides; called once per run, after its last cell.
     *
     * @param whole whether every cell of the plan was asked; otherwise no gate is decided
     */
    SuiteConclusion conclude(PlannedSuite suite, RunRecord record, boolean whole);

    /**
     * Writes the reports.
     *
     * @param checks the outcomes of the probe methods' own checks
     * @return the files to point users at
     */
    List<Path> report(SuiteConclusion conclusion, OwnChecks checks);

    /** A run under way. */
    interface Running extends AutoCloseable {

        /** Completes when the cell's last response has ended. */
        CompletableFuture<CellRecord> cell(CellKey cell);

        /** Why responses of a finished cell were not scored: distinct lines, the most frequent first. */
        List<String> complaints(CellKey cell);

        /** Completes when the last cell does. */
        CompletableFuture<RunRecord> record();

        /** What is known if the run does not finish. */
        RunRecord interrupted();

        /** Cancels calls in flight and returns at once. */
        void cancel();

        @Override
        void close();
    }
}
