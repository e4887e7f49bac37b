package dev.cultivar.engine.execution;

import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.GateResult;
import dev.cultivar.results.OwnChecks;
import dev.cultivar.results.OwnChecks.FailedCheck;
import dev.cultivar.results.Redness;
import dev.cultivar.results.provenance.BrokeOff;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.service.SuiteConclusion;
import dev.cultivar.service.SuitePipeline;
import dev.cultivar.service.SuitePipeline.Running;
import dev.cultivar.settings.Settings;
import dev.cultivar.settings.Settings.Print;
import dev.cultivar.suite.PlannedSuite;
import dev.cultivar.text.PlainText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;

/** A suite under way. Used by one thread; the calls themselves are the pipeline's. */
final class SuiteExecution {

    private final SuiteNode node;
    private final SuitePipeline pipeline;
    private final Reruns reruns;
    private final EngineExecutionListener listener;
    private final Cancellation cancellation;
    private final @Nullable Running running;
    private final @Nullable RuntimeException notBegun;
    private final List<FailedCheck> failedChecks = new ArrayList<>();
    private final Set<CellKey> held = new HashSet<>();
    private final Set<CellKey> givenUp = new HashSet<>();
    private final Set<CellKey> notReached = new HashSet<>();
    private @Nullable SuiteConclusion conclusion;
    private @Nullable RuntimeException analysisFailure;

    private SuiteExecution(
            SuiteNode node,
            SuitePipeline pipeline,
            Reruns reruns,
            EngineExecutionListener listener,
            Cancellation cancellation,
            @Nullable Running running,
            @Nullable RuntimeException notBegun) {
        this.node = node;
        this.pipeline = pipeline;
        this.reruns = reruns;
        this.listener = listener;
        this.cancellation = cancellation;
        this.running = running;
        this.notBegun = notBegun;
    }

    /** Starts asking, unless everything selected was red before. If starting fails, every leaf keeps its name, is red and says why. */
    static SuiteExecution begin(
            SuiteNode node,
            SuitePipeline pipeline,
            RedLeaves red,
            EngineExecutionListener listener,
            Cancellation cancellation) {
        Reruns reruns = new Reruns(node, red, cancellation);
        reruns.begin();
        @Nullable Running running = null;
        @Nullable RuntimeException notBegun = null;
        if (!node.selection().cells().isEmpty() && !reruns.askNothing()) {
            if (cancellation.requested()) {
                notBegun = new RunFaultException(new RunFault.NothingAsked());
            } else {
                try {
                    running = pipeline.start(node.suite(), node.selection().cells());
                } catch (RuntimeException e) {
                    notBegun = new RunFaultException(new RunFault.NotBegun(PlainText.message(e)), e);
                }
            }
        }
        return new SuiteExecution(node, pipeline, reruns, listener, cancellation, running, notBegun);
    }

    SuiteNode node() {
        return node;
    }

    PlannedSuite suite() {
        return node.suite();
    }

    /** Runs a leaf, unless it was red before. */
    void run(TestDescriptor leaf, Runnable body) {
        reruns.run(leaf.getUniqueId(), body);
    }

    /** Writes the reports, unless the suite was red before. */
    void end() {
        reruns.end(this::finish);
    }

    /** Waits for a cell. */
    CellRecord await(CellKey cell) {
        Running begun = begun();
        return waiting(begun).await(begun.cell(cell), new CancellableWait.Faults() {
            @Override
            public RunFaultException brokeOff(String reason, Throwable cause) {
                return new RunFaultException(cell, new RunFault.CellBrokeOff(reason), cause);
            }

            @Override
            public RunFaultException cancelled() {
                return new RunFaultException(cell, new RunFault.CellCancelled());
            }
        });
    }

    List<String> complaints(CellKey cell) {
        return begun().complaints(cell);
    }

    /** Remembers that the user's own method failed. */
    void failed(CellKey cell, Throwable failure) {
        failedChecks.add(new FailedCheck(cell, PlainText.message(failure)));
    }

    /** Remembers that the user's own method aborted a cell. */
    void gaveUp(CellKey cell) {
        givenUp.add(cell);
    }

    /** Remembers that the user's own method looked at a cell and found nothing wrong. */
    void held(CellKey cell) {
        held.add(cell);
    }

    /** Remembers a cell that failed before the user's own method could look at it. */
    void notReached(CellKey cell) {
        notReached.add(cell);
    }

    private OwnChecks checks() {
        return new OwnChecks(held, failedChecks, givenUp, notReached);
    }

    /** The verdict on a gate. Waits for every cell, then decides all gates once. */
    Optional<GateResult> verdict(GateLeaf gate) {
        return Optional.ofNullable(conclusion().verdicts().get(gate));
    }

    private SuiteConclusion conclusion() {
        if (analysisFailure != null) {
            throw analysisFailure;
        }
        if (conclusion == null) {
            RunRecord record = record();
            try {
                conclusion = pipeline.conclude(suite(), record, node.selection().whole());
            } catch (RuntimeException e) {
                analysisFailure = new RunFaultException(new RunFault.NotAnalysed(PlainText.message(e)), e);
                throw analysisFailure;
            }
        }
        return conclusion;
    }

    private RunRecord record() {
        Running begun = begun();
        String name = suite().plan().suite();
        return waiting(begun).await(begun.record(), new CancellableWait.Faults() {
            @Override
            public RunFaultException brokeOff(String reason, Throwable cause) {
                return new RunFaultException(new RunFault.RunBrokeOff(reason), cause);
            }

            @Override
            public RunFaultException cancelled() {
                return new RunFaultException(new RunFault.RunCancelled(name));
            }
        });
    }

    /** Writes the reports, of whatever is known if the run did not finish, and closes connections. */
    private void finish() {
        if (running == null) {
            requireNotCancelled(new RunFault.NothingAsked());
            return;
        }
        // An interrupted thread cannot write a file.
        boolean interrupted = Thread.interrupted();
        try (running) {
            @Nullable RunFaultException unfinished = unfinished();
            interrupted |= Thread.interrupted();
            if (unfinished != null) {
                running.cancel();
                publish(pipeline.report(
                        SuiteConclusion.interrupted(running.interrupted(), brokeOff(unfinished)), checks()));
            }
            requireNotCancelled(new RunFault.RunCancelled(suite().plan().suite()));
            publish(pipeline.report(conclusion(), checks()));
            requireSomethingTested();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** From 6.0 on the platform skips the leaves that had not begun, so the suite itself must fail here. */
    private void requireNotCancelled(RunFault fault) {
        if (cancellation.requested()) {
            throw new RunFaultException(fault);
        }
    }

    /** Why the run will not finish; null if it did. A run may still fail after its last cell. */
    private @Nullable RunFaultException unfinished() {
        try {
            record();
            return null;
        } catch (RunFaultException e) {
            return e;
        }
    }

    /** What made the run fail; null if somebody stopped it. */
    private static @Nullable BrokeOff brokeOff(RunFaultException unfinished) {
        // Ctrl-C cancels the run from another thread.
        boolean stopped = unfinished.getCause() instanceof CancellationException;
        return !stopped && unfinished.fault() instanceof RunFault.RunBrokeOff broke
                ? BrokeOff.of(broke.reason(), unfinished.getCause())
                : null;
    }

    /** Build tools show aborted tests as green, so a suite in which every test aborted must fail here. */
    private void requireSomethingTested() {
        if (givenUp.size() == node.selection().cells().size()
                && conclusion().verdicts().isEmpty()) {
            throw new JUnitException("Nothing was tested in " + suite().plan().suite()
                    + ": its probe methods aborted all " + givenUp.size()
                    + " cells that were asked, and no gate was decided. Check their assumptions.");
        }
    }

    private void publish(List<Path> files) {
        for (Path file : files) {
            listener.fileEntryPublished(node.descriptor(), FileEntry.from(file, null));
        }
    }

    /** Publishes a cell's or gate's figures to listeners, and prints them to standard output if the settings ask for it. */
    void publish(TestDescriptor leaf, Map<String, String> figures) {
        listener.reportingEntryPublished(leaf, ReportEntry.from(figures));
        if (suite().plan().settings().value(Settings.PRINT).contains(Print.FIGURES)) {
            System.out.println(PlainText.line(leaf.getLegacyReportingName() + ": "
                    + figures.entrySet().stream()
                            .map(figure -> figure.getKey() + " = " + figure.getValue())
                            .collect(Collectors.joining(", "))));
        }
    }

    boolean isRed(GateResult verdict) {
        return Redness.of(suite().plan().settings()).isRed(verdict.verdict());
    }

    private Running begun() {
        if (notBegun != null) {
            throw notBegun;
        }
        if (running == null) {
            throw new IllegalStateException(
                    "nothing was selected of " + suite().plan().suite());
        }
        return running;
    }

    private CancellableWait waiting(Running begun) {
        return new CancellableWait(cancellation, begun::cancel);
    }
}
