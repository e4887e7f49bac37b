package dev.cultivar.maven.bridge;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;

/**
 * What became of a cell or gate.
 *
 * @param kind how build servers show it
 * @param message why, empty where it passed
 * @param type class of what was thrown, or empty
 * @param trace the whole of it, or empty
 * @param took time from its start to its end
 * @param figures what it measured, by name
 */
record JUnitCase(Kind kind, String message, String type, String trace, Duration took, Map<String, String> figures) {

    enum Kind {
        PASSED,
        /** A gate or check that did not hold. */
        FAILURE,
        /** Anything else that went wrong: an endpoint, a key, the engine. */
        ERROR,
        SKIPPED
    }

    static JUnitCase skipped(String reason) {
        return new JUnitCase(Kind.SKIPPED, reason, "", "", Duration.ZERO, Map.of());
    }

    /** Of a leaf that was not reached because of this container. */
    JUnitCase below() {
        return kind == Kind.SKIPPED
                ? skipped(message)
                : new JUnitCase(Kind.ERROR, message, type, message, Duration.ZERO, Map.of());
    }

    static JUnitCase of(TestExecutionResult result, Duration took, Map<String, String> figures) {
        Map<String, String> copy = new LinkedHashMap<>(figures);
        Throwable thrown = result.getThrowable().orElse(null);
        String message = thrown == null ? "" : thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
        String type = thrown == null ? "" : thrown.getClass().getName();
        return switch (result.getStatus()) {
            case SUCCESSFUL -> new JUnitCase(Kind.PASSED, "", "", "", took, copy);
            case ABORTED -> new JUnitCase(Kind.SKIPPED, message, type, "", took, copy);
            case FAILED ->
                new JUnitCase(
                        thrown instanceof AssertionError ? Kind.FAILURE : Kind.ERROR,
                        message,
                        type,
                        thrown == null ? "" : trace(thrown),
                        took,
                        copy);
        };
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
