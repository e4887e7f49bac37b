package dev.cultivar.maven.bridge;

import dev.cultivar.engine.DryRun;
import dev.cultivar.engine.Examination;
import dev.cultivar.engine.Translation;
import dev.cultivar.report.Environment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestIdentifier;

/** Finds the suites of a tree and has the engine say what they would ask, and whether it could. */
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
        return DryRun.describe(suites, lookup(parameters));
    }

    /** Calls every model and judge of the suites. */
    static Map<String, Object> examine(List<String> suites, Map<String, String> parameters) {
        Examination found = Examination.of(suites, lookup(parameters));
        return Map.of(PlatformBridge.LINES, found.lines(), PlatformBridge.ERRORS, found.broken());
    }

    /** Drafts a language; needs no suite. */
    static Map<String, Object> translate(Map<String, String> parameters) {
        Translation drafted = Translation.of(lookup(parameters));
        return Map.of(
                PlatformBridge.VERSION,
                Environment.cultivarVersion(),
                PlatformBridge.LINES,
                drafted.lines(),
                PlatformBridge.ERRORS,
                drafted.problems());
    }

    private static Function<String, Optional<String>> lookup(Map<String, String> parameters) {
        return key -> Optional.ofNullable(parameters.getOrDefault(key, System.getProperty(key)));
    }
}
