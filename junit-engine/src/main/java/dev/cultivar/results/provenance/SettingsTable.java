package dev.cultivar.results.provenance;

import dev.cultivar.settings.Origin;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.SettingKey;
import dev.cultivar.settings.Settings;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The settings of a run as a table of key, value and origin. */
public final class SettingsTable {

    /** In the table, although not a setting: only the settings file names it. */
    public static final String JUDGE = "judge";

    private SettingsTable() {}

    public static SortedMap<String, SettingInfo> table(RunSettings settings) {
        SortedMap<String, SettingInfo> table = new TreeMap<>();
        table.put(JUDGE, SettingInfo.of(settings.judge(), null, judge -> judge.model()
                .name()));
        for (SettingKey<?> key : Settings.ALL) {
            if (isShown(settings, key)) {
                table.put(key.shortName(), info(settings, key));
            }
        }
        return Collections.unmodifiableSortedMap(table);
    }

    private static boolean isShown(RunSettings settings, SettingKey<?> key) {
        return switch (key.shown()) {
            case ALWAYS -> true;
            case WHERE_GIVEN -> settings.origin(key) != Origin.DEFAULT;
            case NEVER -> false;
        };
    }

    private static <T> SettingInfo info(RunSettings settings, SettingKey<T> key) {
        return SettingInfo.of(
                settings.setting(key),
                GivenIn.of(settings, key, System.getenv()),
                value -> shown(settings, key, value));
    }

    /** Numbers and lists unchanged, paths relative to the module's folder, everything else as users write it. */
    private static <T> Object shown(RunSettings settings, SettingKey<T> key, T value) {
        if (key.equals(Settings.STORE)) {
            return store(module(settings), root(settings), settings.value(Settings.STORE));
        }
        if (value instanceof Number || value instanceof List<?>) {
            return value;
        }
        if (value instanceof Optional<?> given && given.orElse(null) instanceof Number number) {
            return number;
        }
        String text = key.write(value);
        if (text.isEmpty()) {
            return key.describedDefault();
        }
        return isPath(value) ? path(module(settings), Path.of(text)) : text;
    }

    static boolean isPath(Object value) {
        return value instanceof Path || (value instanceof Optional<?> given && given.orElse(null) instanceof Path);
    }

    private static String store(Path module, Path root, String store) {
        return store.startsWith("jdbc:") || store.equals(Settings.MEMORY)
                ? SecretSettings.store(store)
                : shared(module, root, Path.of(store));
    }

    /** The store's location as a parameter would name it again: a relative path starts at the build's root. */
    static String store(RunSettings settings) {
        Path root = root(settings);
        return store(root, root, settings.value(Settings.STORE));
    }

    /** The path of a store that the build's modules share: this, too, is relative to the module. */
    private static String shared(Path module, Path root, Path store) {
        Path absolute = store.toAbsolutePath().normalize();
        return absolute.startsWith(root) && module.startsWith(root)
                ? module.relativize(absolute).toString().replace('\\', '/')
                : path(module, store);
    }

    private static Path root(RunSettings settings) {
        return settings.value(Settings.ROOT)
                .map(given -> given.toAbsolutePath().normalize())
                .orElseGet(() -> module(settings));
    }

    private static Path module(RunSettings settings) {
        return settings.module().normalize();
    }

    /** The path, relative to the folder if it is inside it, so that results from two machines look the same. */
    static String path(Path folder, Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        String shown = absolute.startsWith(folder) ? folder.relativize(absolute).toString() : path.toString();
        return shown.replace('\\', '/');
    }
}
