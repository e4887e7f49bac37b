package dev.cultivar.engine;

import dev.cultivar.engine.execution.CultivarContext;
import dev.cultivar.engine.execution.RedLeaves;
import dev.cultivar.engine.execution.Runner;
import dev.cultivar.service.LivePipeline;
import dev.cultivar.service.SuitePipeline;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestEngine;

/** Runs classes with {@link dev.cultivar.api.CulturalSuite} on the JUnit Platform. The platform finds it without configuration. */
public final class CultivarTestEngine extends HierarchicalTestEngine<CultivarContext> {

    /** The engine's id on the platform, with which its unique ids begin. */
    public static final String ID = "cultivar";

    private final SuitePipeline pipeline;
    private final RedLeaves red;
    private final Runner runner;

    /** Called by the platform. */
    public CultivarTestEngine() {
        this(new LivePipeline(), RedLeaves.OF_THIS_PROCESS, Runner.ofThisProcess());
    }

    CultivarTestEngine(SuitePipeline pipeline) {
        this(pipeline, new RedLeaves(false), Runner.OTHER);
    }

    CultivarTestEngine(SuitePipeline pipeline, RedLeaves red, Runner runner) {
        this.pipeline = pipeline;
        this.red = red;
        this.runner = runner;
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        Requirements.check(request);
        TestDescriptor tree = Discovery.tree(request, uniqueId, runner);
        if (!tree.getChildren().isEmpty()) {
            Requirements.refuseDryRun(request.getConfigurationParameters());
        }
        return tree;
    }

    @Override
    protected CultivarContext createExecutionContext(ExecutionRequest request) {
        return CultivarContext.of(pipeline, red, request);
    }
}
