package dev.cultivar.settings;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a suite's annotation says.
 *
 * @param models names; empty if it names none
 * @param languages codes; empty if it names none
 * @param responses maximum per model and language; -1 if unspecified
 * @param seed 1 if unspecified
 * @param functions methods that are asked as models, by the models' names: class, method and version
 */
public record SuiteDefaults(
        List<String> models, List<String> languages, int responses, long seed, Map<String, String> functions) {

    /** The defaults of a suite that specifies nothing. */
    public static final SuiteDefaults NONE = new SuiteDefaults(List.of(), List.of(), -1, 1);

    public SuiteDefaults {
        models = List.copyOf(models);
        languages = List.copyOf(languages);
        functions = Collections.unmodifiableMap(new LinkedHashMap<>(functions));
    }

    /** For a suite without functions. */
    public SuiteDefaults(List<String> models, List<String> languages, int responses, long seed) {
        this(models, languages, responses, seed, Map.of());
    }

    /** The values it specifies, by setting. */
    Map<SettingKey<?>, Object> said() {
        Map<SettingKey<?>, Object> said = new HashMap<>();
        List<String> asked = Stream.concat(
                        models.stream(), functions.keySet().stream().filter(name -> !models.contains(name)))
                .toList();
        if (!asked.isEmpty()) {
            said.put(Settings.MODELS, asked);
        }
        if (!languages.isEmpty()) {
            said.put(Settings.LANGUAGES, languages);
        }
        if (responses != NONE.responses) {
            said.put(Settings.RESPONSES, Optional.of(responses));
        }
        if (seed != NONE.seed) {
            said.put(Settings.SEED, seed);
        }
        return said;
    }
}
