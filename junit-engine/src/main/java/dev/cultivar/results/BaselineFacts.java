package dev.cultivar.results;

import dev.cultivar.history.BaselineRun;
import dev.cultivar.results.provenance.GitState;
import dev.cultivar.results.provenance.RunEnvironment;
import dev.cultivar.results.provenance.SettingsTable;
import dev.cultivar.settings.RunSettings;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a baseline says of the run it was made from. */
public final class BaselineFacts {

    /** Settings that decide what is asked and how it is scored; the others say where files go. */
    private static final Set<String> KEPT = Set.of(
            "models",
            "judge",
            "languages",
            "responses",
            "confidence",
            "rounds",
            "method",
            "correction",
            "populations",
            "catalogue",
            "prompts",
            "mode");

    private BaselineFacts() {}

    /** Version, commit and settings, without paths outside the module and without secrets. */
    public static BaselineRun.Provenance of(RunSettings settings, RunEnvironment environment) {
        SortedMap<String, String> kept = new TreeMap<>();
        SettingsTable.table(settings).forEach((key, setting) -> {
            if (KEPT.contains(key)) {
                kept.put(
                        key,
                        setting.value() instanceof List<?> list
                                ? String.join(
                                        ", ", list.stream().map(String::valueOf).toList())
                                : String.valueOf(setting.value()));
            }
        });
        return new BaselineRun.Provenance(
                environment.cultivar(),
                environment.git().map(GitState::commit).orElse(null),
                environment.git().flatMap(GitState::dirty).orElse(null),
                kept);
    }
}
