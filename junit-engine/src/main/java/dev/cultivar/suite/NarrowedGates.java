package dev.cultivar.suite;

import dev.cultivar.gate.Gate;
import dev.cultivar.gate.Scope;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.Origin;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Settings;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The gates of a suite that a parameter has narrowed to some of its models or languages. A gate on the others does not apply to this run,
 * and naming them is not a mistake. In a run as declared, it is.
 */
final class NarrowedGates {

    private NarrowedGates() {}

    static List<Gate> of(List<Gate> declared, RunSettings settings) {
        List<String> models =
                settings.models().value().stream().map(ModelSettings::name).toList();
        List<String> languages = settings.value(Settings.LANGUAGES);
        boolean narrowModels = settings.models().origin() == Origin.PARAMETER;
        boolean narrowLanguages = settings.origin(Settings.LANGUAGES) == Origin.PARAMETER;
        return declared.stream()
                .map(gate -> {
                    Optional<List<String>> ofModels = narrowed(gate.scope().models(), models::contains, narrowModels);
                    Optional<List<String>> ofLanguages =
                            narrowed(gate.scope().languages(), languages::contains, narrowLanguages);
                    return ofModels.flatMap(m -> ofLanguages.map(l -> gate.within(new Scope(m, l))));
                })
                .flatMap(Optional::stream)
                .toList();
    }

    /** The names that remain of a list; no list if none do. An empty list stands for all names and stays as it is. */
    private static Optional<List<String>> narrowed(List<String> names, Predicate<String> asked, boolean narrow) {
        if (!narrow || names.isEmpty()) {
            return Optional.of(names);
        }
        List<String> left = names.stream().filter(asked).toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(left);
    }
}
