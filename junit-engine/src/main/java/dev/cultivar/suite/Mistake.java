package dev.cultivar.suite;

import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoveryIssue.Severity;
import org.junit.platform.engine.TestSource;

/**
 * A mistake that keeps a suite from being run as written.
 *
 * @param message one line: what, where, what to do
 * @param source where the mistake is
 */
public record Mistake(String message, TestSource source) {

    public DiscoveryIssue toIssue() {
        return DiscoveryIssue.builder(Severity.ERROR, message).source(source).build();
    }
}
