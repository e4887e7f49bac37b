package dev.cultivar.engine;

import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;

/** What the nodes of the tree share while they run. Immutable. */
final class CultivarContext implements EngineExecutionContext {

    private final SuitePipeline pipeline;
    private final EngineExecutionListener listener;
    private final Cancellation cancellation;
    private final @Nullable SuiteExecution suite;

    private CultivarContext(
            SuitePipeline pipeline,
            EngineExecutionListener listener,
            Cancellation cancellation,
            @Nullable SuiteExecution suite) {
        this.pipeline = pipeline;
        this.listener = listener;
        this.cancellation = cancellation;
        this.suite = suite;
    }

    static CultivarContext of(SuitePipeline pipeline, ExecutionRequest request) {
        return new CultivarContext(pipeline, request.getEngineExecutionListener(), Cancellation.of(request), null);
    }

    CultivarContext with(SuiteExecution begun) {
        return new CultivarContext(pipeline, listener, cancellation, begun);
    }

    SuitePipeline pipeline() {
        return pipeline;
    }

    EngineExecutionListener listener() {
        return listener;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    /** The suite around the node. */
    SuiteExecution suite() {
        if (suite == null) {
            throw new IllegalStateException("no suite has begun");
        }
        return suite;
    }
}
