package dev.cultivar.policy;

import dev.cultivar.settings.Multiplicity;
import dev.cultivar.settings.OnInconclusive;
import dev.cultivar.text.YamlText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a build's owners demand. Immutable.
 *
 * @param file where it stands
 * @param digest SHA-256 of the file
 * @param suites that must run, as {@code CLASS} in the file's own folder or {@code FOLDER/CLASS} below it; empty where it holds for every
 *     suite that runs
 * @param models that each suite must ask
 * @param languages that each suite must ask in
 * @param topics least number of topics of a suite
 * @param gates kinds that each suite must have, with the loosest threshold; empty where any will do
 * @param confidence least level of the intervals
 * @param correction loosest control of errors that gates share
 * @param inconclusive what an undecided gate must do
 * @param replay digests of the answers that may be replayed; empty list for none, absent where the policy does not say
 * @param canary least number of prompts that are asked again where a run uses stored answers
 * @param maxAge greatest age of the stored answers that a run uses
 * @param notMeasured what becomes of a build that asks no model
 */
public record Policy(
        Path file,
        String digest,
        List<String> suites,
        List<String> models,
        List<String> languages,
        int topics,
        Map<String, Optional<Double>> gates,
        Optional<Double> confidence,
        Optional<Multiplicity> correction,
        Optional<OnInconclusive> inconclusive,
        Optional<List<String>> replay,
        int canary,
        Optional<Duration> maxAge,
        NotMeasured notMeasured,
        YamlText yaml) {

    public Policy {
        suites = List.copyOf(suites);
        models = List.copyOf(models);
        languages = List.copyOf(languages);
        gates = Collections.unmodifiableMap(new LinkedHashMap<>(gates));
        replay = replay.map(List::copyOf);
    }

    /** Whether it says anything about a suite. */
    public boolean holdsFor(String suite) {
        return suites.isEmpty()
                || suites.stream().anyMatch(entry -> className(entry).equals(suite));
    }

    /** Class names of the suites that must run in a module. */
    public List<String> suitesOf(Path module) {
        Path root = file.toAbsolutePath().normalize().resolveSibling("");
        Path folder = module.toAbsolutePath().normalize();
        return suites.stream()
                .filter(entry -> root.resolve(entry.substring(0, entry.lastIndexOf('/') + 1))
                        .normalize()
                        .equals(folder))
                .map(Policy::className)
                .toList();
    }

    private static String className(String entry) {
        return entry.substring(entry.lastIndexOf('/') + 1);
    }

    /** File and line of an entry, for the start of a message. */
    String at(String... path) {
        return yaml.at(path);
    }
}
