package dev.cultivar.maven.bridge;

import dev.cultivar.engine.DryRun;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestIdentifier;

/** Finds the suites of a tree and has the engine say what they would ask. */
final class DryRuns {

    private DryRuns() {}

    /** Class name of a suite's node. */
    static Optional<String> suiteOf(TestIdentifier node) {
        boolean suite = node.getUniqueIdObject().getLastSegment().getType().equals("suite");
        return suite
                ? node.getSource()
                        .filter(ClassSource.class::isInstance)
                        .map(ClassSource.class::cast)
                        .map(ClassSource::getClassName)
                : Optional.empty();
    }

    static String describe(List<String> suites, Map<String, String> parameters) {
        return DryRun.describe(
                suites, key -> Optional.ofNullable(parameters.getOrDefault(key, System.getProperty(key))));
    }
}
