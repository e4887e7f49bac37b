package dev.cultivar.maven.bridge;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.LauncherDiscoveryListener;

/** Collects what keeps suites from being run as they are written. */
final class Mistakes implements LauncherDiscoveryListener {

    private final List<String> messages = new CopyOnWriteArrayList<>();

    @Override
    public void issueEncountered(UniqueId engine, DiscoveryIssue issue) {
        if (issue.severity() == DiscoveryIssue.Severity.ERROR && !messages.contains(issue.message())) {
            messages.add(issue.message());
        }
    }

    List<String> messages() {
        return List.copyOf(messages);
    }
}
