package dev.cultivar.maven.bridge;

import dev.cultivar.engine.CultivarTestEngine;
import dev.cultivar.engine.Segments;
import dev.cultivar.model.limits.BuildLimits;
import dev.cultivar.report.junitxml.JUnitXmlFiles;
import dev.cultivar.results.provenance.AgainCommand;
import dev.cultivar.results.provenance.RunEnvironment;
import dev.cultivar.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs the engine through the Launcher of the project's own JUnit. It is called across class loaders, so arguments and results are maps,
 * lists and strings.
 */
public final class PlatformBridge implements Function<Map<String, Object>, Map<String, Object>> {

    @Override
    public Map<String, Object> apply(Map<String, Object> arguments) {
        shareLimits(arguments.get(BridgeKeys.LIMITS));
        if ("translate".equals(arguments.get(BridgeKeys.GOAL))) {
            return EngineServices.translate(parameters(arguments));
        }
        Mistakes mistakes = new Mistakes();
        LauncherDiscoveryRequest request = request(arguments, mistakes);
        // Other engines on the class path are not this plugin's concern, and one of them may be broken.
        Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .addTestEngines(new CultivarTestEngine())
                .build());
        TestPlan plan = launcher.discover(request);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(BridgeKeys.VERSION, RunEnvironment.cultivarVersion());
        List<String> messages = new ArrayList<>(mistakes.messages());
        if (messages.isEmpty()) {
            messages.addAll(unknownSuites(launcher, plan, arguments));
        }
        result.put(BridgeKeys.MISTAKES, messages);
        if (messages.isEmpty()) {
            String goal = String.valueOf(arguments.get(BridgeKeys.GOAL));
            result.putAll(
                    switch (goal) {
                        case "run" -> run(launcher, plan, arguments);
                        case "doctor" -> EngineServices.examine(suites(plan), parameters(arguments));
                        default -> told(goal, plan, arguments);
                    });
        }
        return result;
    }

    @SuppressWarnings("unchecked") // this plugin's own map
    private static void shareLimits(@Nullable Object build) {
        if (build instanceof ConcurrentMap<?, ?> shared) {
            BuildLimits.shareThrough((ConcurrentMap<String, Object>) shared);
        }
    }

    /** Suites that the user named but that were not found, with the names of those that exist. */
    private static List<String> unknownSuites(Launcher launcher, TestPlan plan, Map<String, Object> arguments) {
        List<String> found = suites(plan);
        List<String> unknown = list(arguments, BridgeKeys.SUITES).stream()
                .filter(name -> !found.contains(name))
                .toList();
        if (unknown.isEmpty() || !list(arguments, BridgeKeys.SELECT).isEmpty()) {
            return List.of();
        }
        Map<String, Object> all = new LinkedHashMap<>(arguments);
        all.remove(BridgeKeys.SUITES);
        List<String> known = suites(launcher.discover(request(all, new Mistakes())));
        return unknown.stream()
                .map(name -> "cultivar.suites names '" + name + "', which is not among the compiled suites; "
                        + (known.isEmpty() ? "there is none." : "there are: " + String.join(", ", known) + "."))
                .toList();
    }

    private static Map<String, Object> run(Launcher launcher, TestPlan plan, Map<String, Object> arguments) {
        Map<String, String> parameters = parameters(arguments);
        Path output = Path.of(parameters.getOrDefault(
                Settings.OUTPUT.name(), Settings.OUTPUT.byDefault().toString()));
        LeafListener listener = new LeafListener(id -> AgainCommand.ofCell(id, parameters));
        launcher.execute(plan, listener, new JUnitXml(new JUnitXmlFiles(output)));
        return listener.result();
    }

    private static List<String> suites(TestPlan plan) {
        List<String> suites = new ArrayList<>();
        for (TestIdentifier root : plan.getRoots()) {
            for (TestIdentifier node : plan.getDescendants(root)) {
                suite(node).filter(name -> !suites.contains(name)).ifPresent(suites::add);
            }
        }
        return suites;
    }

    private static Optional<String> suite(TestIdentifier node) {
        return node.getUniqueIdObject().getLastSegment().getType().equals(Segments.SUITE)
                ? node.getSource()
                        .filter(ClassSource.class::isInstance)
                        .map(ClassSource.class::cast)
                        .map(ClassSource::getClassName)
                : Optional.empty();
    }

    private static Map<String, Object> told(String goal, TestPlan plan, Map<String, Object> arguments) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(BridgeKeys.FOUND, plan.countTestIdentifiers(TestIdentifier::isTest));
        Map<String, String> parameters = parameters(arguments);
        result.put(
                BridgeKeys.TEXT,
                goal.equals("plan")
                        ? EngineServices.describe(suites(plan), parameters)
                        : EngineServices.batches(goal, suites(plan), parameters));
        return result;
    }

    private static LauncherDiscoveryRequest request(Map<String, Object> arguments, Mistakes mistakes) {
        List<DiscoverySelector> selectors = new ArrayList<>();
        List<String> suites = list(arguments, BridgeKeys.SUITES);
        List<String> ids = list(arguments, BridgeKeys.SELECT);
        if (!ids.isEmpty()) {
            ids.forEach(id -> selectors.add(DiscoverySelectors.selectUniqueId(id)));
        } else if (suites.isEmpty()) {
            Set<Path> roots =
                    list(arguments, BridgeKeys.ROOTS).stream().map(Path::of).collect(Collectors.toSet());
            selectors.addAll(DiscoverySelectors.selectClasspathRoots(roots));
        } else {
            suites.forEach(name -> selectors.add(DiscoverySelectors.selectClass(name)));
        }
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .listeners(mistakes)
                .filters(EngineFilter.includeEngines(CultivarTestEngine.ID))
                .configurationParameters(parameters(arguments))
                // Mistakes are collected, so that one message can report them all.
                .configurationParameter("junit.platform.discovery.issue.failure.phase", "execution")
                // This plugin writes Allure results itself, with the engine's names and parameters.
                .configurationParameter("junit.platform.execution.listeners.deactivate", "io.qameta.allure.*")
                .build();
    }

    private static List<String> list(Map<String, Object> arguments, String key) {
        return arguments.get(key) instanceof List<?> values
                ? values.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Map<String, String> parameters(Map<String, Object> arguments) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (arguments.get(BridgeKeys.PARAMETERS) instanceof Map<?, ?> values) {
            values.forEach((name, value) -> texts.put(String.valueOf(name), String.valueOf(value)));
        }
        return texts;
    }
}
