package dev.cultivar.engine;

import dev.cultivar.suite.Mistake;
import dev.cultivar.suite.PlannedSuite;
import dev.cultivar.suite.SuitePlanner;
import dev.cultivar.suite.SuitePlanner.Planning;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.support.discovery.DiscoveryIssueReporter;

/** The suites found in one discovery. Each is planned once, and its mistakes are reported once. */
final class Suites {

    private final SuitePlanner planner;
    private final DiscoveryIssueReporter issues;
    private final Map<Class<?>, Planning> plannings = new HashMap<>();
    private final Map<Class<?>, Set<String>> askedGates = new HashMap<>();
    private final Set<Class<?>> named = new HashSet<>();

    Suites(SuitePlanner planner, DiscoveryIssueReporter issues) {
        this.planner = planner;
        this.issues = issues;
    }

    /** The suite; empty if it has mistakes. */
    Optional<PlannedSuite> find(Class<?> type) {
        return planning(type).suite();
    }

    List<Mistake> mistakes(Class<?> type) {
        return planning(type).mistakes();
    }

    /** Ids of the gates that the request names individually. */
    Set<String> askedGates(Class<?> type) {
        return askedGates.computeIfAbsent(type, any -> new HashSet<>());
    }

    /** Notes that the request names the class or one of its methods, not just ids within it. */
    void name(Class<?> type) {
        named.add(type);
    }

    /** Whether the request names the suite itself, or a class around it. */
    boolean isNamed(Class<?> suite) {
        for (@Nullable Class<?> type = suite; type != null; type = type.getDeclaringClass()) {
            if (named.contains(type)) {
                return true;
            }
        }
        return false;
    }

    private Planning planning(Class<?> type) {
        Planning known = plannings.get(type);
        if (known != null) {
            return known;
        }
        Planning planning = planner.plan(type);
        plannings.put(type, planning);
        planning.mistakes().forEach(mistake -> issues.reportIssue(mistake.toIssue()));
        return planning;
    }
}
