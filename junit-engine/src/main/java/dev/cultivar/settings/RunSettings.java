package dev.cultivar.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The values in force for one suite, each with its origin. Immutable.
 *
 * @param models whom to ask, in order
 * @param endpoints where they are, by name, the judge's endpoint included
 * @param judge who labels the statements
 * @param languages ISO 639-1 codes, in order
 * @param responses per model and language, at least 1
 * @param seed of the plan, the models and the bootstrap
 * @param confidence level of every interval, in (0,1)
 * @param rounds bootstrap rounds, at least 100
 * @param method {@code robust} or {@code published}
 * @param correction multiplicity control over the gates: {@code holm}, {@code bh} or {@code none}
 * @param inconclusive what an inconclusive gate does to the build: {@code fail} or {@code pass}
 * @param populations file of the population table, empty for the built-in one
 * @param catalogue file of a catalogue of the user's own, empty for the built-in one
 * @param prompts folder with language files of the user's own, empty for the built-in ones
 * @param store where responses are kept: a path, a JDBC URL, or {@code memory}
 * @param mode {@code live}, {@code record}, {@code replay} or {@code refresh}
 * @param output folder of the results
 * @param answers which answers reports show: {@code none}, {@code sample} or {@code all}
 * @param others further settings by key, as text, for the settings' table of a report
 */
public record RunSettings(
        Setting<List<ModelSettings>> models,
        Map<String, EndpointSettings> endpoints,
        Setting<JudgeSettings> judge,
        Setting<List<String>> languages,
        Setting<Integer> responses,
        Setting<Long> seed,
        Setting<Double> confidence,
        Setting<Integer> rounds,
        Setting<String> method,
        Setting<String> correction,
        Setting<String> inconclusive,
        Setting<Optional<Path>> populations,
        Setting<Optional<Path>> catalogue,
        Setting<Optional<Path>> prompts,
        Setting<String> store,
        Setting<String> mode,
        Setting<Path> output,
        Setting<String> answers,
        SortedMap<String, Setting<String>> others) {
    public RunSettings {
        endpoints = Map.copyOf(endpoints);
    }
}
