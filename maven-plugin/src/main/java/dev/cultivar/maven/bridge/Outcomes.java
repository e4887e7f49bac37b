package dev.cultivar.maven.bridge;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Collects failures: those that say something of a model, and those that do not. */
final class Outcomes implements TestExecutionListener {

    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        if (result.getStatus() != TestExecutionResult.Status.FAILED) {
            return;
        }
        Throwable failure = result.getThrowable().orElse(null);
        String message = failure == null || failure.getMessage() == null
                ? identifier.getDisplayName() + " failed"
                : failure.getMessage();
        if (failure instanceof AssertionError && identifier.isTest()) {
            violations.add(message);
        } else {
            errors.add(message);
        }
    }

    List<String> errors() {
        return errors.stream().distinct().toList();
    }

    List<String> violations() {
        return List.copyOf(violations);
    }
}
