package dev.cultivar.results.provenance;

import dev.cultivar.gate.GateResult;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.response.RestOfBudget;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.settings.Multiplicity;
import dev.cultivar.settings.Origin;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.SettingKey;
import dev.cultivar.settings.SettingKey.Repeated;
import dev.cultivar.settings.Settings;
import dev.cultivar.text.PlainText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The command that repeats what was decided: the same prompts with the same seed, as a stochastic evaluation that is run again
 * until it passes proves nothing, and every setting that came from a parameter, as another confidence or settings file decides
 * otherwise. Each setting's declaration says whether it is repeated.
 */
public final class AgainCommand {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:,=@%+-]+");

    /** Where responses come from before how they are judged: in another store everything would be paid for again. */
    private static final Comparator<SettingKey<?>> ORDER = Comparator.<SettingKey<?>, Boolean>comparing(
                    key -> key != Settings.STORE)
            .thenComparing(key -> key != Settings.MODE)
            .thenComparing(SettingKey::name);

    private final List<String> words = new ArrayList<>();

    private AgainCommand(String start) {
        words.add(PlainText.line(start));
    }

    /** As they are; of a run that its budget cut short with one that pays for what is left. */
    public static RunSettings settings(RunRecord run) {
        RunSettings settings = run.plan().settings();
        return RestOfBudget.of(run)
                .map(rest -> settings.with(Settings.BUDGET, Optional.of(rest.enough()), Origin.PARAMETER))
                .orElse(settings);
    }

    static String ofSuite(String suite, RunSettings settings) {
        return command(
                "cultivar.suites",
                suite,
                settings,
                settings.value(Settings.MODELS),
                settings.value(Settings.LANGUAGES));
    }

    /**
     * Only the model and language of the gate, where it rests on no other. A correction for several gates does: with fewer of
     * them each interval is narrower. A policy may demand all of them.
     */
    public static String ofGate(String suite, RunSettings settings, GateResult gate) {
        boolean alone = settings.value(Settings.POLICY).isEmpty()
                && gate.gate().restsOnOneSample()
                && (!gate.gate().hasInterval() || settings.value(Settings.CORRECTION) == Multiplicity.NONE);
        List<String> models = settings.value(Settings.MODELS);
        List<String> languages = settings.value(Settings.LANGUAGES);
        return command(
                "cultivar.suites",
                suite,
                settings,
                alone ? or(gate.model(), models) : models,
                alone ? or(gate.language(), languages) : languages);
    }

    /**
     * One cell, with the settings of its run. It names the cell's model and language alone, so that no other is prepared.
     *
     * @param suite class name
     */
    public static String ofCell(String suite, RunSettings settings, CellKey cell) {
        return command("cultivar.select", id(suite, cell), settings, List.of(cell.model()), List.of(cell.language()));
    }

    /** The unique id of a cell, as JUnit's platform writes it below the engine's own. */
    private static String id(String suite, CellKey cell) {
        return "[engine:cultivar]/[suite:" + encoded(suite) + "]/[topic:" + encoded(cell.topic()) + "]/[model:"
                + encoded(cell.model()) + "]/[language:" + encoded(cell.language()) + "]";
    }

    /** Characters that separate the parts of an id. */
    private static String encoded(String value) {
        StringBuilder encoded = new StringBuilder();
        value.chars()
                .forEach(c -> encoded.append(
                        "%+[:]/".indexOf(c) < 0
                                ? String.valueOf((char) c)
                                : "%" + Integer.toHexString(c).toUpperCase(Locale.ROOT)));
        return encoded.toString();
    }

    /**
     * One cell, with the parameters of its run as they were given; what none gave is found where it was found this time.
     *
     * @param id unique id of the cell
     * @param parameters of the run, by full name; those that are no setting of a run are left out
     */
    public static String ofCell(String id, Map<String, String> parameters) {
        AgainCommand command =
                new AgainCommand(given(Settings.RERUN, parameters).orElse(Settings.RERUN.byDefault()));
        command.add("cultivar.select", id);
        repeated().forEach(key -> given(key, parameters)
                .filter(text -> repeats(key, text))
                .ifPresent(text -> command.add(key.name(), text)));
        return command.text();
    }

    private static Optional<String> given(SettingKey<?> key, Map<String, String> parameters) {
        return Optional.ofNullable(parameters.get(key.name()))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static <T> boolean repeats(SettingKey<T> key, String text) {
        return key.repeats(key.read(text));
    }

    private static List<String> or(@Nullable String value, List<String> otherwise) {
        return value == null ? otherwise : List.of(value);
    }

    private static String command(
            String what, String named, RunSettings settings, List<String> models, List<String> languages) {
        RunSettings narrowed = settings.with(Settings.MODELS, models, settings.origin(Settings.MODELS))
                .with(Settings.LANGUAGES, languages, settings.origin(Settings.LANGUAGES));
        AgainCommand command = new AgainCommand(settings.value(Settings.RERUN));
        command.add(what, named);
        repeated().forEach(key -> command.add(key, narrowed));
        return command.text();
    }

    /** What always is repeated first. */
    private static Stream<SettingKey<?>> repeated() {
        return Stream.concat(
                Settings.ALL.stream().filter(key -> key.repeated() == Repeated.ALWAYS),
                Settings.ALL.stream()
                        .filter(key -> key.repeated() == Repeated.WHERE_GIVEN)
                        .sorted(ORDER));
    }

    private <T> void add(SettingKey<T> key, RunSettings settings) {
        T value = settings.value(key);
        boolean given = key.repeated() == Repeated.ALWAYS || settings.origin(key) == Origin.PARAMETER;
        if (given && key.repeats(value)) {
            add(key.name(), text(key, value, settings));
        }
    }

    /** As a parameter gives it again, in the folder where the command was given. */
    private static <T> String text(SettingKey<T> key, T value, RunSettings settings) {
        if (key.equals(Settings.STORE)) {
            return SettingsTable.store(settings);
        }
        String text = key.write(value);
        return SettingsTable.isPath(value)
                ? SettingsTable.path(Path.of("").toAbsolutePath().normalize(), Path.of(text))
                : text;
    }

    private void add(String name, String value) {
        words.add(quoted("-D" + name + "=" + value));
    }

    private String text() {
        return String.join(" ", words);
    }

    /** A shell word; names come from a user's files and may hold anything. */
    private static String quoted(String word) {
        String line = PlainText.line(word);
        return PLAIN.matcher(line).matches() ? line : "'" + line.replace("'", "'\\''") + "'";
    }
}
