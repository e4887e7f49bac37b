package dev.cultivar.engine;

import dev.cultivar.engine.execution.CultivarContext;
import dev.cultivar.engine.execution.RedLeaves;
import dev.cultivar.service.LivePipeline;
import dev.cultivar.service.SuitePipeline;
import dev.cultivar.suite.SuiteClasses;
import dev.cultivar.suite.SuitePlanner;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.discovery.DiscoveryIssueReporter;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestEngine;

/**
 * Runs classes with {@link dev.cultivar.api.CulturalSuite} on the JUnit Platform. Found by the platform itself; users
 * need not name it.
 */
public final class CultivarTestEngine extends HierarchicalTestEngine<CultivarContext> {

    /** What the platform calls it, and the start of its unique ids. */
    public static final String ID = "cultivar";

    private final SuitePipeline pipeline;
    private final RedLeaves red;

    /** For the platform. */
    public CultivarTestEngine() {
        this(new LivePipeline(), RedLeaves.OF_THIS_PROCESS);
    }

    CultivarTestEngine(SuitePipeline pipeline) {
        this(pipeline, new RedLeaves(false));
    }

    CultivarTestEngine(SuitePipeline pipeline, RedLeaves red) {
        this.pipeline = pipeline;
        this.red = red;
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        CultivarEngineDescriptor engine = new CultivarEngineDescriptor(uniqueId);
        Suites suites = new Suites(
                new SuitePlanner(
                        request.getConfigurationParameters()::get,
                        ParameterNames.unknown(request.getConfigurationParameters())),
                DiscoveryIssueReporter.forwarding(request.getDiscoveryListener(), uniqueId));
        UniqueIds ids = new UniqueIds(uniqueId, suites);
        EngineDiscoveryRequestResolver.<CultivarEngineDescriptor>builder()
                .addClassContainerSelectorResolver(SuiteClasses::concern)
                .addSelectorResolver(context -> new SelectorTranslation(suites, ids, context.getClassNameFilter()))
                .addSelectorResolver(new TreeResolver(suites))
                .addTestDescriptorVisitor(context -> new Ordering())
                .build()
                .resolve(request, engine);
        return engine;
    }

    @Override
    protected CultivarContext createExecutionContext(ExecutionRequest request) {
        return CultivarContext.of(pipeline, red, request);
    }
}
