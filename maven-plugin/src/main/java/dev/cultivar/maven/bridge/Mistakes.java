package dev.cultivar.maven.bridge;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.LauncherDiscoveryListener;

/** Collects the mistakes that keep suites from running. */
final class Mistakes implements LauncherDiscoveryListener {

    private final Set<String> messages = Collections.synchronizedSet(new LinkedHashSet<>());

    @Override
    public void issueEncountered(UniqueId engine, DiscoveryIssue issue) {
        if (issue.severity() == DiscoveryIssue.Severity.ERROR) {
            messages.add(issue.message());
        }
    }

    List<String> messages() {
        return List.copyOf(messages);
    }
}
