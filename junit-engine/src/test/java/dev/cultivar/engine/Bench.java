package dev.cultivar.engine;

import dev.cultivar.engine.execution.RedLeaves;
import dev.cultivar.engine.execution.Runner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineDiscoveryResults;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The engine on a fake pipeline, ready to be asked. */
final class Bench {

    final FakePipeline pipeline = new FakePipeline();
    private final Map<String, String> parameters = new HashMap<>();
    private Filter<?>[] filters = {};
    private boolean systemProperties;
    private Runner runner = Runner.OTHER;

    Bench with(String parameter, String value) {
        parameters.put(parameter, value);
        return this;
    }

    Bench by(Runner other) {
        runner = other;
        return this;
    }

    Bench withSystemProperties() {
        systemProperties = true;
        return this;
    }

    Bench filteredBy(Filter<?>... given) {
        filters = given;
        return this;
    }

    EngineExecutionResults execute(DiscoverySelector... selectors) {
        return builder(selectors).execute();
    }

    EngineDiscoveryResults discover(DiscoverySelector... selectors) {
        return builder(selectors).discover();
    }

    /** Unique ids of the leaves, in the tree's order, without the engine's own segment. */
    List<String> leaves(DiscoverySelector... selectors) {
        return leaves(discover(selectors).getEngineDescriptor()).stream()
                .map(leaf -> leaf.getUniqueId().toString().replace("[engine:cultivar]/", ""))
                .toList();
    }

    List<TestDescriptor> leaves(TestDescriptor root) {
        return root.getDescendants().stream()
                .filter(TestDescriptor::isTest)
                .<TestDescriptor>map(leaf -> leaf)
                .toList();
    }

    /** What was reported of the first leaf or container whose unique id has this part. */
    static Map<String, String> figures(EngineExecutionResults results, String part) {
        return results.allEvents().reportingEntryPublished().stream()
                .filter(event ->
                        event.getTestDescriptor().getUniqueId().toString().contains(part))
                .findFirst()
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .orElseThrow();
    }

    private EngineTestKit.Builder builder(DiscoverySelector... selectors) {
        return EngineTestKit.engine(new CultivarTestEngine(pipeline, new RedLeaves(runner == Runner.SUREFIRE), runner))
                .configurationParameters(parameters)
                .enableImplicitConfigurationParameters(systemProperties)
                .filters(filters)
                .selectors(selectors);
    }
}
