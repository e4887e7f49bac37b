package dev.cultivar.maven.bridge;

import dev.cultivar.engine.CultivarTestEngine;
import dev.cultivar.engine.SuitePlans;
import dev.cultivar.report.Environment;
import dev.cultivar.report.PlanReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs or plans the suites of a class path. Takes and returns maps of JDK types only, since callers live in another class
 * loader.
 */
public final class EngineBridge implements Function<Map<String, Object>, Map<String, Object>> {

    /** Action {@code run} or {@code plan}. */
    public static final String ACTION = "action";

    /** List of class path roots to look for suites in. */
    public static final String ROOTS = "roots";

    /** List of class names, with {@code *} for any characters; empty for every suite. */
    public static final String SUITES = "suites";

    /** List of unique ids; where there is one, nothing else is selected. */
    public static final String IDS = "ids";

    /** List of tag expressions. */
    public static final String TAGS = "tags";

    /** Map of configuration parameters. */
    public static final String PARAMETERS = "parameters";

    /** Folder for a plan's files. */
    public static final String OUTPUT = "output";

    /** Returned: version of the engine on the class path. */
    public static final String VERSION = "version";

    /** Returned: number of cells and gates found. */
    public static final String FOUND = "found";

    /** Returned: list of mistakes in the suites; nothing was asked then. */
    public static final String MISTAKES = "mistakes";

    /** Returned: list of failures that are no verdict on a model: a key, an endpoint, the engine itself. */
    public static final String ERRORS = "errors";

    /** Returned: list of failed leaves whose assertion did not hold. */
    public static final String VIOLATIONS = "violations";

    /** Returned: text to show. */
    public static final String TEXT = "text";

    /** For reflection. */
    public EngineBridge() {}

    @Override
    public Map<String, Object> apply(Map<String, Object> request) {
        Issues issues = new Issues();
        LauncherDiscoveryRequest discovery = discovery(request, issues);
        return "plan".equals(request.get(ACTION))
                ? plan(discovery, issues, Path.of(String.valueOf(request.get(OUTPUT))))
                : run(discovery, issues);
    }

    private static Map<String, Object> plan(LauncherDiscoveryRequest discovery, Issues issues, Path output) {
        CultivarTestEngine engine = new CultivarTestEngine();
        List<SuitePlans.Selected> plans =
                SuitePlans.of(engine.discover(discovery, UniqueId.forEngine(CultivarTestEngine.ID)));
        List<String> texts = new ArrayList<>();
        for (SuitePlans.Selected selected : plans) {
            texts.add(new PlanReport(selected.plan(), selected.cells()).writeTo(output));
        }
        return Map.of(
                VERSION,
                Environment.cultivarVersion(),
                FOUND,
                plans.stream().mapToLong(selected -> selected.cells().size()).sum(),
                MISTAKES,
                issues.errors(),
                TEXT,
                String.join("\n", texts));
    }

    private static Map<String, Object> run(LauncherDiscoveryRequest discovery, Issues issues) {
        LauncherConfig config = LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .addTestEngines(new CultivarTestEngine())
                .build();
        Outcomes outcomes = new Outcomes();
        long found;
        try (LauncherSession session = LauncherFactory.openSession(config)) {
            TestPlan plan = session.getLauncher().discover(discovery);
            found = plan.countTestIdentifiers(identifier -> identifier.isTest());
            if (issues.errors().isEmpty() && found > 0) {
                session.getLauncher().execute(plan, outcomes);
            }
        }
        return Map.of(
                VERSION,
                Environment.cultivarVersion(),
                FOUND,
                found,
                MISTAKES,
                issues.errors(),
                ERRORS,
                outcomes.errors(),
                VIOLATIONS,
                outcomes.violations());
    }

    private static LauncherDiscoveryRequest discovery(Map<String, Object> request, Issues issues) {
        LauncherDiscoveryRequestBuilder builder = LauncherDiscoveryRequestBuilder.request()
                .filters(EngineFilter.includeEngines(CultivarTestEngine.ID))
                .listeners(issues);
        ((Map<?, ?>) request.getOrDefault(PARAMETERS, Map.of()))
                .forEach((key, value) -> builder.configurationParameter(String.valueOf(key), String.valueOf(value)));
        List<String> tags = list(request, TAGS);
        if (!tags.isEmpty()) {
            builder.filters(TagFilter.includeTags(tags));
        }
        List<String> ids = list(request, IDS);
        if (!ids.isEmpty()) {
            return builder.selectors(
                            ids.stream().map(DiscoverySelectors::selectUniqueId).toList())
                    .build();
        }
        List<String> suites = list(request, SUITES);
        if (suites.isEmpty() || suites.stream().anyMatch(suite -> suite.contains("*"))) {
            builder.selectors(DiscoverySelectors.selectClasspathRoots(roots(request)));
            if (!suites.isEmpty()) {
                builder.filters(ClassNameFilter.includeClassNamePatterns(
                        suites.stream().map(EngineBridge::pattern).toArray(String[]::new)));
            }
        } else {
            builder.selectors(
                    suites.stream().map(DiscoverySelectors::selectClass).toList());
        }
        return builder.build();
    }

    private static Set<Path> roots(Map<String, Object> request) {
        Set<Path> roots = new HashSet<>();
        list(request, ROOTS).forEach(root -> roots.add(Path.of(root)));
        return roots;
    }

    private static String pattern(String wildcards) {
        return java.util.Arrays.stream(wildcards.split("\\*", -1))
                .map(java.util.regex.Pattern::quote)
                .collect(java.util.stream.Collectors.joining(".*"));
    }

    private static List<String> list(Map<String, Object> request, String key) {
        return ((List<?>) request.getOrDefault(key, List.of()))
                .stream().map(String::valueOf).toList();
    }
}
