package dev.cultivar.maven.bridge;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.LauncherDiscoveryListener;

/** Collects what discovery finds wrong. */
final class Issues implements LauncherDiscoveryListener {

    private final List<String> errors = new CopyOnWriteArrayList<>();

    @Override
    public void issueEncountered(UniqueId engineId, DiscoveryIssue issue) {
        if (issue.severity() == DiscoveryIssue.Severity.ERROR) {
            errors.add(issue.message());
        }
    }

    List<String> errors() {
        return errors.stream().distinct().toList();
    }
}
