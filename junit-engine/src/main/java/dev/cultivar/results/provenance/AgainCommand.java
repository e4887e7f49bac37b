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
 * The command that repeats a decision. It uses the same prompts and seed, because a stochastic evaluation that is rerun until it passes
 * proves nothing. It also repeats every setting that came from a parameter, because a different confidence or settings file would decide
 * differently. Each setting's declaration says whether it is repeated.
 */
public final class AgainCommand {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:,=@%+-]+");

    /** The source of responses comes before how they are judged: with another store, everything would be paid for again. */
    private static final Comparator<SettingKey<?>> ORDER = Comparator.<SettingKey<?>, Boolean>comparing(
                    key -> key != Settings.STORE)
            .thenComparing(key -> key != Settings.MODE)
            .thenComparing(SettingKey::name);

    private final List<String> words = new ArrayList<>();

    private AgainCommand(String start) {
        words.add(PlainText.line(start));
    }

    /** The run's settings; if its budget cut the run short, with a budget that pays for the rest. */
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
     * Names only the gate's model and language if the gate rests on no others. With a correction for several gates, it does: fewer gates
     * would make each interval narrower. A policy may also demand all of them.
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
     * The command for one cell, with the settings of its run. It names only the cell's model and language, so that no others are prepared.
     *
     * @param suite class name
     */
    public static String ofCell(String suite, RunSettings settings, CellKey cell) {
        return command("cultivar.select", id(suite, cell), settings, List.of(cell.model()), List.of(cell.language()));
    }

    /** The unique id of a cell below the engine's own, as the JUnit Platform writes it. */
    private static String id(String suite, CellKey cell) {
        return "[engine:cultivar]/[suite:" + encoded(suite) + "]/[topic:" + encoded(cell.topic()) + "]/[model:"
                + encoded(cell.model()) + "]/[language:" + encoded(cell.language()) + "]";
    }

    /** Encodes the characters that separate the parts of an id. */
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
     * The command for one cell, with the parameters of its run as given. Other settings will be found again where they were found this
     * time.
     *
     * @param id unique id of the cell
     * @param parameters parameters of the run, by full name; those that are not settings of a run are left out
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

    /** The repeated settings, those that are always repeated first. */
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

    /** The value as a parameter of the new command, with paths relative to the folder where the command was given. */
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

    /** Quotes a shell word; names come from a user's files and may contain anything. */
    private static String quoted(String word) {
        String line = PlainText.line(word);
        return PLAIN.matcher(line).matches() ? line : "'" + line.replace("'", "'\\''") + "'";
    }
}
