package dev.cultivar.maven.bridge;

import dev.cultivar.engine.execution.RunFault;
import dev.cultivar.engine.execution.RunFaultException;
import dev.cultivar.report.words.CauseWords;
import dev.cultivar.text.PlainText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Counts the outcome of every leaf, and of containers that failed as a whole. */
final class LeafListener implements TestExecutionListener {

    /** What leaves reported, by cause: a missing key is one error, however many cells it stops. */
    private final Map<Reason, Told> errors = Collections.synchronizedMap(new LinkedHashMap<>());

    private final List<Map<String, Object>> failures = Collections.synchronizedList(new ArrayList<>());
    private final List<String> skipped = Collections.synchronizedList(new ArrayList<>());
    private final UnaryOperator<String> again;
    private volatile @Nullable TestPlan plan;
    private long found;
    private long gates;
    private long inError;

    /** @param again makes the command that asks a cell again, given the cell's unique id */
    LeafListener(UnaryOperator<String> again) {
        this.again = again;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
        found = started.countTestIdentifiers(TestIdentifier::isTest);
        gates = started.countTestIdentifiers(
                node -> node.isTest() && FailedLeaf.kind(node.getUniqueIdObject()) == FailedLeaf.Kind.GATE);
    }

    @Override
    public void executionSkipped(TestIdentifier node, String reason) {
        skipped.add(name(node) + ": " + reason);
    }

    @Override
    public synchronized void executionFinished(TestIdentifier node, TestExecutionResult result) {
        switch (result.getStatus()) {
            case SUCCESSFUL -> {}
            case ABORTED -> skipped.add(name(node) + ": " + message(result));
            case FAILED -> failed(node, result);
        }
    }

    private void failed(TestIdentifier node, TestExecutionResult result) {
        String text = name(node) + ": " + message(result);
        if (isVerdict(result)) {
            failures.add(FailedLeaf.of(node, text + (isCell(node) ? again(node) : ""))
                    .toMap());
        } else {
            inError += node.isTest() ? 1 : 0;
            Told told = errors.computeIfAbsent(reason(result), reason -> new Told());
            // A suite that stops early fails in addition to its leaves, for the same reason.
            if (node.isTest() || told.leaves.isEmpty()) {
                told.leaves.add(text);
                told.summary = summary(result);
            }
        }
    }

    /** Gates say in the results file how to decide them again. */
    private static boolean isCell(TestIdentifier node) {
        return FailedLeaf.kind(node.getUniqueIdObject()) == FailedLeaf.Kind.CELL;
    }

    private String again(TestIdentifier node) {
        return "\n    again: " + again.apply(node.getUniqueId()) + "\n    " + CauseWords.ONE_CELL;
    }

    private static Reason reason(TestExecutionResult result) {
        Throwable thrown = result.getThrowable().orElse(null);
        @Nullable RunFault fault = fault(result);
        return fault == null
                ? new Thrown(thrown == null ? "" : thrown.getClass().getName(), message(result))
                : new OfRun(fault.inCommon());
    }

    private static @Nullable RunFault fault(TestExecutionResult result) {
        return result.getThrowable().orElse(null) instanceof RunFaultException known ? known.fault() : null;
    }

    private static String summary(TestExecutionResult result) {
        @Nullable RunFault fault = fault(result);
        return fault == null ? message(result) : PlainText.text(fault.summary());
    }

    /** Leaves in error for one reason, with the last one's summary of all: by then it is known whether anybody is still asked. */
    private static final class Told {
        final List<String> leaves = new ArrayList<>();
        String summary = "";

        String text() {
            return leaves.size() == 1 ? leaves.get(0) : summary + " (" + leaves.size() + " cells and gates)";
        }
    }

    /** Why leaves are in error: a spent budget or a failing endpoint stops every topic in the same way. */
    private sealed interface Reason {}

    private record OfRun(RunFault fault) implements Reason {}

    /** An exception from outside the engine: only its class and message are known. */
    private record Thrown(String type, String message) implements Reason {}

    /** Whether the failure says something about a model; anything but a failed assertion is about the run. */
    private static boolean isVerdict(TestExecutionResult result) {
        return result.getThrowable().filter(AssertionError.class::isInstance).isPresent();
    }

    private static String message(TestExecutionResult result) {
        return result.getThrowable()
                .map(failure ->
                        PlainText.text(failure.getMessage() == null ? failure.toString() : failure.getMessage()))
                .orElse("no reason given");
    }

    /** A cell's topic, model and language; for anything else, its own name and its parent's. */
    private String name(TestIdentifier node) {
        Optional<TestIdentifier> parent = parent(node);
        Optional<TestIdentifier> topic = isCell(node) ? parent.flatMap(this::parent) : Optional.empty();
        String own = isCell(node) ? node.getUniqueIdObject().getLastSegment().getValue() : node.getDisplayName();
        return Stream.concat(
                        Stream.of(topic, parent).flatMap(Optional::stream).map(TestIdentifier::getDisplayName),
                        Stream.of(own))
                .collect(Collectors.joining(" > "));
    }

    private Optional<TestIdentifier> parent(TestIdentifier node) {
        TestPlan started = plan;
        return started == null ? Optional.empty() : started.getParent(node);
    }

    private List<String> ofRun() {
        return errors.entrySet().stream()
                .filter(error -> !(error.getKey() instanceof OfRun of && of.fault() instanceof RunFault.NobodyAnswered))
                .map(error -> error.getValue().text())
                .toList();
    }

    private Map<String, List<String>> unanswered() {
        Map<String, List<String>> models = new LinkedHashMap<>();
        errors.forEach((reason, told) -> {
            if (reason instanceof OfRun of && of.fault() instanceof RunFault.NobodyAnswered nobody) {
                models.computeIfAbsent(nobody.model(), model -> new ArrayList<>())
                        .add(told.text());
            }
        });
        return models;
    }

    Map<String, Object> result() {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(BridgeKeys.FOUND, found);
        result.put(BridgeKeys.GATES, gates);
        result.put(BridgeKeys.IN_ERROR, inError);
        result.put(BridgeKeys.ERRORS, ofRun());
        result.put(BridgeKeys.UNANSWERED, unanswered());
        result.put(BridgeKeys.FAILURES, List.copyOf(failures));
        result.put(BridgeKeys.SKIPPED, List.copyOf(skipped));
        return result;
    }
}
