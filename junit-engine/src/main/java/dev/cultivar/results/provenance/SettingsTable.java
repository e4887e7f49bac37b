package dev.cultivar.results.provenance;

import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.Parameters;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Setting;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The settings of a run as a table of key, value and origin. */
public final class SettingsTable {

    /** Say where a run ran, not what it asked. */
    private static final Set<String> OF_THE_MACHINE = Set.of(Parameters.BASEDIR, Parameters.ROOT, Parameters.RERUN);

    private SettingsTable() {}

    public static SortedMap<String, SettingInfo> table(RunSettings settings) {
        Path module = module(settings);
        LinkedHashMap<String, SettingInfo> table = new LinkedHashMap<>();
        table.put("models", SettingInfo.of(settings.models(), models -> models.stream()
                .map(ModelSettings::name)
                .toList()));
        table.put(
                "judge", SettingInfo.of(settings.judge(), judge -> judge.model().name()));
        table.put("languages", SettingInfo.of(settings.languages(), value -> value));
        table.put("responses", SettingInfo.of(settings.responses(), value -> value));
        table.put("seed", SettingInfo.of(settings.seed(), value -> value));
        table.put("confidence", SettingInfo.of(settings.confidence(), value -> value));
        table.put("rounds", SettingInfo.of(settings.rounds(), value -> value));
        table.put("method", SettingInfo.of(settings.method(), value -> value));
        table.put("correction", SettingInfo.of(settings.correction(), value -> value));
        table.put("inconclusive", SettingInfo.of(settings.inconclusive(), value -> value));
        table.put("populations", file(settings.populations(), module));
        table.put("catalogue", file(settings.catalogue(), module));
        table.put("prompts", file(settings.prompts(), module));
        table.put("store", SettingInfo.of(settings.store(), store -> store(module, root(settings), store)));
        table.put("mode", SettingInfo.of(settings.mode(), value -> value));
        table.put("output", SettingInfo.of(settings.output(), output -> path(module, output)));
        table.put("report.answers", SettingInfo.of(settings.answers(), value -> value));
        settings.others().forEach((key, setting) -> {
            if (!OF_THE_MACHINE.contains(key)) {
                table.putIfAbsent(bare(key), other(key, setting, module));
            }
        });
        return Collections.unmodifiableSortedMap(new TreeMap<>(table));
    }

    /** Without the prefix that all keys have. */
    private static String bare(String key) {
        return key.startsWith(Parameters.PREFIX) ? key.substring(Parameters.PREFIX.length()) : key;
    }

    private static SettingInfo other(String key, Setting<String> setting, Path module) {
        if (key.equals(Parameters.ALLURE) || key.equals(Parameters.CONFIG)) {
            return SettingInfo.of(setting, file -> path(module, Path.of(file)));
        }
        return new SettingInfo(
                SecretSettings.value(key, setting.value()),
                setting.origin().name().toLowerCase(Locale.ROOT));
    }

    private static String store(Path module, Path root, String store) {
        return store.startsWith("jdbc:") || store.equals("memory")
                ? SecretSettings.store(store)
                : shared(module, root, Path.of(store));
    }

    /** Where responses are kept, as a parameter names it again: a relative path begins at the build's root. */
    static String store(RunSettings settings) {
        Path root = root(settings);
        return store(root, root, settings.store().value());
    }

    private static SettingInfo file(Setting<Optional<Path>> setting, Path module) {
        return SettingInfo.of(
                setting, file -> file.map(path -> path(module, path)).orElse("built in"));
    }

    /** A store that the modules of a build share is told from the module, too. */
    private static String shared(Path module, Path root, Path store) {
        Path absolute = store.toAbsolutePath().normalize();
        return absolute.startsWith(root) && module.startsWith(root)
                ? module.relativize(absolute).toString().replace('\\', '/')
                : path(module, store);
    }

    private static Path root(RunSettings settings) {
        Setting<String> given = settings.others().get(Parameters.ROOT);
        return given == null
                ? module(settings)
                : Path.of(given.value()).toAbsolutePath().normalize();
    }

    private static Path module(RunSettings settings) {
        Setting<String> given = settings.others().get(Parameters.BASEDIR);
        return Path.of(given == null ? "" : given.value()).toAbsolutePath().normalize();
    }

    /** Relative to the module where it lies in it, so that results of two machines read alike. */
    private static String path(Path module, Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        String shown = absolute.startsWith(module) ? module.relativize(absolute).toString() : path.toString();
        return shown.replace('\\', '/');
    }
}
