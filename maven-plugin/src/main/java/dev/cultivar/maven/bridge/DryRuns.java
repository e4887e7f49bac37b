package dev.cultivar.maven.bridge;

import dev.cultivar.results.provenance.RunEnvironment;
import dev.cultivar.service.BatchRun;
import dev.cultivar.service.DoctorRun;
import dev.cultivar.service.DryRun;
import dev.cultivar.service.TranslationRun;
import dev.cultivar.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestIdentifier;

/** Finds the suites of a tree and has the engine say what they would ask, whether it could, or do a step of their batches. */
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

    static String batches(String goal, List<String> suites, Map<String, String> parameters) {
        return BatchRun.perform(
                BatchRun.Step.of(goal),
                suites,
                lookup(parameters),
                Path.of(parameters.getOrDefault(
                        Settings.BATCH_FOLDER.name(),
                        Settings.BATCH_FOLDER.byDefault().toString())));
    }

    /** Calls every model and judge of the suites. */
    static Map<String, Object> examine(List<String> suites, Map<String, String> parameters) {
        DoctorRun found = DoctorRun.of(suites, lookup(parameters));
        return Map.of(PlatformBridge.LINES, found.lines(), PlatformBridge.ERRORS, found.broken());
    }

    /** Drafts a language; needs no suite. */
    static Map<String, Object> translate(Map<String, String> parameters) {
        TranslationRun drafted = TranslationRun.of(lookup(parameters));
        return Map.of(
                PlatformBridge.VERSION,
                RunEnvironment.cultivarVersion(),
                PlatformBridge.LINES,
                drafted.lines(),
                PlatformBridge.ERRORS,
                drafted.problems());
    }

    private static Function<String, Optional<String>> lookup(Map<String, String> parameters) {
        return key -> Optional.ofNullable(parameters.getOrDefault(key, System.getProperty(key)));
    }
}
