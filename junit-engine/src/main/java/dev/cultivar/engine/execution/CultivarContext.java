package dev.cultivar.engine.execution;

import dev.cultivar.gate.GateLeaf;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.service.SuitePipeline;
import dev.cultivar.suite.ProbeDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;

/** What the nodes of the tree call while they run. Immutable. */
public final class CultivarContext implements EngineExecutionContext {

    private final SuitePipeline pipeline;
    private final RedLeaves red;
    private final EngineExecutionListener listener;
    private final Cancellation cancellation;
    private final @Nullable SuiteExecution suite;

    private CultivarContext(
            SuitePipeline pipeline,
            RedLeaves red,
            EngineExecutionListener listener,
            Cancellation cancellation,
            @Nullable SuiteExecution suite) {
        this.pipeline = pipeline;
        this.red = red;
        this.listener = listener;
        this.cancellation = cancellation;
        this.suite = suite;
    }

    /**
     * @param pipeline the pipeline that does the work
     * @param red what was red earlier in this process
     */
    public static CultivarContext of(SuitePipeline pipeline, RedLeaves red, ExecutionRequest request) {
        return new CultivarContext(pipeline, red, request.getEngineExecutionListener(), Cancellation.of(request), null);
    }

    /** Starts asking a suite's cells; the nodes below the suite get the returned context. */
    public CultivarContext begin(SuiteNode node) {
        return new CultivarContext(
                pipeline,
                red,
                listener,
                cancellation,
                SuiteExecution.begin(node, pipeline, red, listener, cancellation));
    }

    /** Ends the suite around the node: writes its reports. */
    public void end() {
        suite().end();
    }

    /** Which cells of the suite around the node are asked. */
    public Selection selection() {
        return suite().node().selection();
    }

    /** Waits for a cell and passes it to the user's method. */
    public void ask(TestDescriptor leaf, CellKey cell, ProbeDefinition probe) {
        suite().run(leaf, new CellExecution(suite(), leaf, cell, probe)::run);
    }

    /** Waits for the suite's cells and decides a gate. */
    public void decide(TestDescriptor leaf, GateLeaf gate) {
        suite().run(leaf, new GateExecution(suite(), leaf, gate)::run);
    }

    private SuiteExecution suite() {
        if (suite == null) {
            throw new IllegalStateException("no suite has begun");
        }
        return suite;
    }
}
