package dev.cultivar.engine;

import dev.cultivar.engine.execution.Runner;
import dev.cultivar.suite.SuiteClasses;
import dev.cultivar.suite.SuitePlanner;
import dev.cultivar.suite.UnreadableSuites;
import java.nio.file.Path;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClasspathRootSelector;
import org.junit.platform.engine.support.discovery.DiscoveryIssueReporter;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;

/** Builds the tree for a request. Separate from the engine because this class cannot be loaded on a platform that is too old. */
final class Discovery {

    private Discovery() {}

    static TestDescriptor tree(EngineDiscoveryRequest request, UniqueId id, Runner runner) {
        CultivarEngineDescriptor engine = new CultivarEngineDescriptor(id);
        DiscoveryIssueReporter issues = DiscoveryIssueReporter.forwarding(request.getDiscoveryListener(), id);
        Suites suites = new Suites(
                new SuitePlanner(
                        request.getConfigurationParameters()::get,
                        ParameterNames.unknown(request.getConfigurationParameters())),
                issues);
        UniqueIds ids = new UniqueIds(id, suites);
        EngineDiscoveryRequestResolver.<CultivarEngineDescriptor>builder()
                .addClassContainerSelectorResolver(SuiteClasses::concern)
                .addSelectorResolver(context -> new SelectorTranslation(suites, ids, context.getClassNameFilter()))
                .addSelectorResolver(new TreeResolver(suites, runner))
                .addTestDescriptorVisitor(context -> new Ordering())
                .build()
                .resolve(request, engine);
        request.getSelectorsByType(ClasspathRootSelector.class).stream()
                .flatMap(root -> UnreadableSuites.in(Path.of(root.getClasspathRoot())).stream())
                .forEach(mistake -> issues.reportIssue(mistake.toIssue()));
        return engine;
    }
}
