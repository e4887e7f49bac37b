package dev.cultivar.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A launcher as IDEs and build tools use it, and what its listener was told. */
final class Desk implements TestExecutionListener {

    final Launcher launcher;
    final List<String> passed = new ArrayList<>();
    final List<String> failed = new ArrayList<>();
    final List<String> skipped = new ArrayList<>();
    final List<String> failures = new ArrayList<>();
    private final Map<String, String> parameters = new HashMap<>();

    Desk(TestEngine... engines) {
        launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .addTestEngines(engines)
                .build());
    }

    Desk with(String parameter, String value) {
        parameters.put(parameter, value);
        return this;
    }

    LauncherDiscoveryRequest request(List<? extends DiscoverySelector> selectors, Filter<?>... filters) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .filters(filters)
                .configurationParameters(parameters)
                .enableImplicitConfigurationParameters(false)
                .build();
    }

    TestPlan discover(DiscoverySelector... selectors) {
        return launcher.discover(request(List.of(selectors)));
    }

    /** Discovers, shows the tree, then executes that tree: what IntelliJ and Eclipse do. */
    TestPlan run(List<? extends DiscoverySelector> selectors, Filter<?>... filters) {
        List.of(passed, failed, skipped, failures).forEach(List::clear);
        TestPlan plan = launcher.discover(request(selectors, filters));
        launcher.execute(plan, this);
        return plan;
    }

    TestPlan run(DiscoverySelector selector, Filter<?>... filters) {
        return run(List.of(selector), filters);
    }

    /** Unique ids of the leaves, in the tree's order. */
    static List<String> leaves(TestPlan plan) {
        return plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .filter(TestIdentifier::isTest)
                .map(TestIdentifier::getUniqueId)
                .toList();
    }

    @Override
    public void executionSkipped(TestIdentifier node, String reason) {
        skipped.add(node.getDisplayName() + ": " + reason);
    }

    @Override
    public void executionFinished(TestIdentifier node, TestExecutionResult result) {
        if (node.isTest()) {
            (result.getStatus() == TestExecutionResult.Status.SUCCESSFUL ? passed : failed).add(node.getUniqueId());
        }
        result.getThrowable().map(Throwable::getMessage).ifPresent(failures::add);
    }
}
