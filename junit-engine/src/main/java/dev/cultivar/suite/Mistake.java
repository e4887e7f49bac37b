package dev.cultivar.suite;

import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoveryIssue.Severity;
import org.junit.platform.engine.TestSource;

/**
 * Something about a suite that cannot be run as it is written.
 *
 * @param message one line: what, where, what to do
 * @param source where it is written
 */
public record Mistake(String message, TestSource source) {

    public DiscoveryIssue toIssue() {
        return DiscoveryIssue.builder(Severity.ERROR, message).source(source).build();
    }
}
