package dev.cultivar.maven.bridge;

import dev.cultivar.engine.Segments;
import dev.cultivar.report.junitxml.JUnitCase;
import dev.cultivar.report.junitxml.JUnitXmlFiles;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes one {@code TEST-SUITE.xml} per suite in the form that build servers read: a test case for every cell and gate, with its figures
 * as properties and as output, whether it passed or not.
 */
public final class JUnitXml implements TestExecutionListener {

    private final JUnitXmlFiles files;
    private final Map<UniqueId, Instant> started = new ConcurrentHashMap<>();
    private final Map<UniqueId, Map<String, String>> figures = new ConcurrentHashMap<>();
    private final Map<UniqueId, JUnitCase> done = new ConcurrentHashMap<>();

    public JUnitXml(JUnitXmlFiles files) {
        this.files = files;
    }

    @Override
    public void executionStarted(TestIdentifier node) {
        started.put(node.getUniqueIdObject(), Instant.now());
    }

    @Override
    public void reportingEntryPublished(TestIdentifier node, ReportEntry entry) {
        figures.computeIfAbsent(node.getUniqueIdObject(), id -> new LinkedHashMap<>())
                .putAll(entry.getKeyValuePairs());
    }

    @Override
    public void executionSkipped(TestIdentifier node, String reason) {
        done.put(node.getUniqueIdObject(), JUnitCase.skipped(reason));
    }

    @Override
    public void executionFinished(TestIdentifier node, TestExecutionResult result) {
        if (node.isTest() || result.getStatus() == TestExecutionResult.Status.FAILED) {
            UniqueId id = node.getUniqueIdObject();
            Instant since = started.getOrDefault(id, Instant.now());
            done.put(
                    id,
                    JUnitCase.of(
                            kind(result),
                            result.getThrowable().orElse(null),
                            Duration.between(since, Instant.now()),
                            figures.getOrDefault(id, Map.of())));
        }
    }

    private static JUnitCase.Kind kind(TestExecutionResult result) {
        return switch (result.getStatus()) {
            case SUCCESSFUL -> JUnitCase.Kind.PASSED;
            case ABORTED -> JUnitCase.Kind.SKIPPED;
            case FAILED ->
                result.getThrowable().filter(AssertionError.class::isInstance).isPresent()
                        ? JUnitCase.Kind.FAILURE
                        : JUnitCase.Kind.ERROR;
        };
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        Map<String, List<TestIdentifier>> suites = new LinkedHashMap<>();
        for (TestIdentifier root : plan.getRoots()) {
            plan.getDescendants(root).forEach(node -> suite(node.getUniqueIdObject())
                    .ifPresent(suite -> suites.computeIfAbsent(suite, name -> new ArrayList<>())
                            .add(node)));
        }
        suites.forEach((suite, nodes) -> write(plan, suite, nodes));
    }

    private static Optional<String> suite(UniqueId id) {
        return id.getSegments().stream()
                .filter(segment -> segment.getType().equals(Segments.SUITE))
                .map(UniqueId.Segment::getValue)
                .findFirst();
    }

    private void write(TestPlan plan, String suite, List<TestIdentifier> nodes) {
        Map<String, JUnitCase> cases = new LinkedHashMap<>();
        for (TestIdentifier node : nodes) {
            JUnitCase own = done.get(node.getUniqueIdObject());
            if (node.isTest()) {
                put(cases, node.getLegacyReportingName(), own != null ? own : unreached(plan, node));
            } else if (own != null && own.kind() != JUnitCase.Kind.SKIPPED) {
                put(cases, node.getDisplayName(), own);
            }
        }
        Instant first = nodes.stream()
                .map(node -> started.get(node.getUniqueIdObject()))
                .filter(at -> at != null)
                .min(Instant::compareTo)
                .orElseGet(Instant::now);
        files.write(suite, first.truncatedTo(ChronoUnit.SECONDS), cases);
    }

    /** Adds a number to a name that is taken, so that nothing is overwritten. */
    private static void put(Map<String, JUnitCase> cases, String name, JUnitCase of) {
        String free = name;
        for (int next = 2; cases.containsKey(free); next++) {
            free = name + " (" + next + ")";
        }
        cases.put(free, of);
    }

    /**
     * A node below a container that was skipped or failed. If the container failed, the node is red too, because its own outcome is
     * unknown.
     */
    private JUnitCase unreached(TestPlan plan, TestIdentifier node) {
        @Nullable TestIdentifier at = plan.getParent(node).orElse(null);
        while (at != null) {
            JUnitCase above = done.get(at.getUniqueIdObject());
            if (above != null) {
                return above.below();
            }
            at = plan.getParent(at).orElse(null);
        }
        return JUnitCase.skipped("not reached");
    }
}
