package dev.cultivar.report.junitxml;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a cell or gate.
 *
 * @param kind how build servers show it
 * @param message why; empty if it passed
 * @param type class of what was thrown, or empty
 * @param trace the whole stack trace, or empty
 * @param took time from its start to its end
 * @param figures the figures that it measured, by name
 */
public record JUnitCase(
        Kind kind, String message, String type, String trace, Duration took, Map<String, String> figures) {

    public JUnitCase {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /** The kinds that build servers distinguish. */
    public enum Kind {
        PASSED,
        /** A gate or check that did not hold. */
        FAILURE,
        /** Anything else that went wrong: an endpoint, a key, the engine. */
        ERROR,
        SKIPPED
    }

    public static JUnitCase skipped(String reason) {
        return new JUnitCase(Kind.SKIPPED, reason, "", "", Duration.ZERO, Map.of());
    }

    /** The case of a leaf that was not reached because of this container. */
    public JUnitCase below() {
        return kind == Kind.SKIPPED
                ? skipped(message)
                : new JUnitCase(Kind.ERROR, message, type, message, Duration.ZERO, Map.of());
    }

    /**
     * A case that was run.
     *
     * @param thrown what it threw; null if nothing
     */
    public static JUnitCase of(Kind kind, @Nullable Throwable thrown, Duration took, Map<String, String> figures) {
        if (kind == Kind.PASSED || thrown == null) {
            return new JUnitCase(kind, "", "", "", took, figures);
        }
        String message = thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
        String trace = kind == Kind.SKIPPED ? "" : trace(thrown);
        return new JUnitCase(kind, message, thrown.getClass().getName(), trace, took, figures);
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
