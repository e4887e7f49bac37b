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

/** Asks the engine what suites would ask, whether they could, or for a step of their batches. */
final class EngineServices {

    private EngineServices() {}

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
        return Map.of(
                BridgeKeys.CHECKS,
                DoctorRun.examine(suites, lookup(parameters)).stream()
                        .map(check -> Map.of(BridgeKeys.LINE, check.line(), BridgeKeys.USABLE, check.usable()))
                        .toList());
    }

    /** Drafts a language; needs no suite. */
    static Map<String, Object> translate(Map<String, String> parameters) {
        TranslationRun.Draft drafted = TranslationRun.draft(lookup(parameters));
        return Map.of(
                BridgeKeys.VERSION,
                RunEnvironment.cultivarVersion(),
                BridgeKeys.LINES,
                drafted.lines(),
                BridgeKeys.ERRORS,
                drafted.problems());
    }

    private static Function<String, Optional<String>> lookup(Map<String, String> parameters) {
        return key -> Optional.ofNullable(parameters.getOrDefault(key, System.getProperty(key)));
    }
}
