package dev.cultivar.engine;

import dev.cultivar.api.Verdict;
import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.GateResult;
import dev.cultivar.results.FailedCheck;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.service.SuiteConclusion;
import dev.cultivar.service.SuitePipeline.Running;
import dev.cultivar.settings.OnInconclusive;
import dev.cultivar.settings.Settings;
import dev.cultivar.suite.PlannedSuite;
import dev.cultivar.text.PlainText;
import dev.cultivar.text.PlainThrowable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.reporting.FileEntry;

/** A suite under way. Used by one thread; the calls themselves are the pipeline's. */
final class SuiteExecution {

    private final SuiteDescriptor node;
    private final CultivarContext context;
    private final Selection selection;
    private final @Nullable Running running;
    private final @Nullable RuntimeException notBegun;
    private final List<FailedCheck> failedChecks = new ArrayList<>();
    private int givenUp;
    private @Nullable SuiteConclusion conclusion;
    private @Nullable RuntimeException inconclusive;

    private SuiteExecution(
            SuiteDescriptor node,
            CultivarContext context,
            Selection selection,
            @Nullable Running running,
            @Nullable RuntimeException notBegun) {
        this.node = node;
        this.context = context;
        this.selection = selection;
        this.running = running;
        this.notBegun = notBegun;
    }

    /**
     * Starts asking, unless all that is selected was red before. Where that fails every leaf says why: each keeps its name
     * and is red.
     */
    static SuiteExecution begin(SuiteDescriptor node, Selection selection, CultivarContext context) {
        if (selection.cells().isEmpty() || context.reruns().repeats(node)) {
            return new SuiteExecution(node, context, selection, null, null);
        }
        if (context.cancellation().requested()) {
            return new SuiteExecution(
                    node, context, selection, null, new JUnitException("Nothing was asked: the run was cancelled."));
        }
        try {
            Running running = context.pipeline().start(node.suite(), selection.cells());
            return new SuiteExecution(node, context, selection, running, null);
        } catch (RuntimeException e) {
            return new SuiteExecution(
                    node,
                    context,
                    selection,
                    null,
                    new JUnitException("The run could not begin: " + PlainText.message(e), PlainThrowable.of(e)));
        }
    }

    SuiteDescriptor node() {
        return node;
    }

    PlannedSuite suite() {
        return node.suite();
    }

    Selection selection() {
        return selection;
    }

    /** Waits for a cell. */
    CellRecord await(CellKey cell) {
        Running begun = begun();
        return patience(begun)
                .await(begun.cell(cell), "Cell " + cell.topic() + " x " + cell.model() + " x " + cell.language());
    }

    List<String> complaints(CellKey cell) {
        return begun().complaints(cell);
    }

    /** Remembers that the user's own method failed. */
    void failed(CellKey cell, Throwable failure) {
        failedChecks.add(new FailedCheck(cell, PlainText.message(failure)));
    }

    /** Remembers that the user's own method gave a cell up. */
    void gaveUp() {
        givenUp++;
    }

    /** Waits for every cell, then decides every gate, once. */
    Optional<GateResult> verdict(GateLeaf gate) {
        return Optional.ofNullable(conclusion().verdicts().get(gate));
    }

    private SuiteConclusion conclusion() {
        if (inconclusive != null) {
            throw inconclusive;
        }
        if (conclusion == null) {
            RunRecord record = record();
            try {
                conclusion = context.pipeline().conclude(suite(), record, selection.whole());
            } catch (RuntimeException e) {
                inconclusive = new JUnitException(
                        "The run could not be analysed: " + PlainText.message(e), PlainThrowable.of(e));
                throw inconclusive;
            }
        }
        return conclusion;
    }

    private RunRecord record() {
        Running begun = begun();
        return patience(begun)
                .await(begun.record(), "The run of " + suite().plan().suite());
    }

    /** Writes the reports, of what is known where the run did not come to its end, and lets go of connections. */
    void finish() {
        if (running == null) {
            return;
        }
        // A file cannot be written by a thread that is interrupted.
        boolean interrupted = Thread.interrupted();
        try (running) {
            if (context.cancellation().requested() || running.record().isCompletedExceptionally()) {
                running.cancel();
                publish(context.pipeline().report(SuiteConclusion.interrupted(running.interrupted()), failedChecks));
            }
            if (!context.cancellation().requested()) {
                publish(context.pipeline().report(conclusion(), failedChecks));
                requireSomethingTested();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Aborted tests are green to build tools, so a suite of nothing else has to fail here. */
    private void requireSomethingTested() {
        if (givenUp == selection.cells().size() && conclusion().verdicts().isEmpty()) {
            throw new JUnitException(
                    "Nothing was tested of " + suite().plan().suite() + ": its probe methods gave up all " + givenUp
                            + " cells that were asked, and no gate was decided. Look at what they assume.");
        }
    }

    private void publish(List<Path> files) {
        for (Path file : files) {
            context.listener().fileEntryPublished(node, FileEntry.from(file, null));
        }
    }

    boolean isRed(GateResult verdict) {
        boolean undecidedIsRed = suite().plan().settings().value(Settings.INCONCLUSIVE) != OnInconclusive.PASS;
        return verdict.verdict() == Verdict.FAIL || (verdict.verdict() == Verdict.INCONCLUSIVE && undecidedIsRed);
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

    private CancellableWait patience(Running begun) {
        return new CancellableWait(context.cancellation(), begun::cancel);
    }
}
