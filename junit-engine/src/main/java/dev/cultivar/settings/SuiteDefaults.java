package dev.cultivar.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a suite's annotation says.
 *
 * @param models names, empty where it names none
 * @param languages codes, empty where it names none
 * @param responses most per model and language; 0 where it does not say
 * @param seed 1 where it does not say
 */
public record SuiteDefaults(List<String> models, List<String> languages, int responses, long seed) {

    /** What a suite has that says nothing. */
    public static final SuiteDefaults NONE = new SuiteDefaults(List.of(), List.of(), 0, 1);

    public SuiteDefaults {
        models = List.copyOf(models);
        languages = List.copyOf(languages);
    }

    /** What it says, by setting. */
    Map<SettingKey<?>, Object> said() {
        Map<SettingKey<?>, Object> said = new HashMap<>();
        if (!models.isEmpty()) {
            said.put(Settings.MODELS, models);
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
