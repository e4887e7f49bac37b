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
 * What a build's owners require. Immutable.
 *
 * @param file the policy's file
 * @param digest SHA-256 of the file
 * @param suites that must run, as {@code CLASS} in the file's own folder or {@code FOLDER/CLASS} below it; empty where the policy applies
 *     to every suite that runs
 * @param models that each suite must ask
 * @param languages that each suite must ask in
 * @param topics the fewest topics that a suite may have
 * @param gates kinds that each suite must have, each with its loosest threshold; the threshold is empty where any will do
 * @param confidence the lowest level of the intervals
 * @param correction the loosest error control that gates may share
 * @param inconclusive what an undecided gate must do
 * @param replay digests of the answers that may be replayed; an empty list allows none, absent where the policy does not say
 * @param canary the fewest prompts to ask again where a run uses stored answers
 * @param maxAge the greatest age of stored answers that a run may use
 * @param notMeasured what happens to a build that asks no model
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

    /** Whether the policy applies to a suite. */
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

    /** File and line of an entry, to begin a message with. */
    String at(String... path) {
        return yaml.at(path);
    }
}
