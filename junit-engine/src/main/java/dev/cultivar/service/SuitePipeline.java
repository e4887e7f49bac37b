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

/** All that the tree needs of the services below it. */
public interface SuitePipeline {

    /** Starts asking the cells, at least one, and returns at once. */
    Running start(PlannedSuite suite, Set<CellKey> cells);

    /**
     * Estimates and decides; called once a run, when its last cell is done.
     *
     * @param whole whether every cell of the plan was asked; else no gate is decided
     */
    SuiteConclusion conclude(PlannedSuite suite, RunRecord record, boolean whole);

    /**
     * Writes the reports.
     *
     * @param checks what probe methods made of their cells
     * @return the files to point users at
     */
    List<Path> report(SuiteConclusion conclusion, OwnChecks checks);

    /** A run under way. */
    interface Running extends AutoCloseable {

        /** Completes when the cell's last response has ended. */
        CompletableFuture<CellRecord> cell(CellKey cell);

        /** Why responses of a finished cell were not scored: distinct lines, most frequent first. */
        List<String> complaints(CellKey cell);

        /** Completes when the last cell has. */
        CompletableFuture<RunRecord> record();

        /** What is known where the run does not come to its end. */
        RunRecord interrupted();

        /** Cancels calls in flight and returns at once. */
        void cancel();

        @Override
        void close();
    }
}
