package dev.cultivar.report;

import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.Parameters;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Setting;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The settings of a run as a table of key, value and origin. */
final class SettingsFacts {

    private SettingsFacts() {}

    static SortedMap<String, SettingInfo> table(RunSettings settings) {
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
        table.put("populations", file(settings.populations()));
        table.put("catalogue", file(settings.catalogue()));
        table.put("prompts", file(settings.prompts()));
        table.put("store", SettingInfo.of(settings.store(), Secrets::store));
        table.put("mode", SettingInfo.of(settings.mode(), value -> value));
        table.put("output", SettingInfo.of(settings.output(), SettingsFacts::path));
        table.put("report.answers", SettingInfo.of(settings.answers(), value -> value));
        settings.others().forEach((key, setting) -> table.putIfAbsent(bare(key), other(key, setting)));
        table.remove(bare(Parameters.BASEDIR)); // a folder of one machine, nothing that a repetition needs
        return Collections.unmodifiableSortedMap(new TreeMap<>(table));
    }

    /** Without the prefix that all keys have. */
    private static String bare(String key) {
        return key.startsWith(Parameters.PREFIX) ? key.substring(Parameters.PREFIX.length()) : key;
    }

    private static SettingInfo other(String key, Setting<String> setting) {
        return new SettingInfo(
                Secrets.value(key, setting.value()), setting.origin().name().toLowerCase(Locale.ROOT));
    }

    private static SettingInfo file(Setting<Optional<Path>> setting) {
        return SettingInfo.of(setting, file -> file.map(SettingsFacts::path).orElse("built in"));
    }

    /** Relative to the module where it lies in it, so that results of two machines read alike. */
    private static String path(Path path) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = path.toAbsolutePath().normalize();
        String shown = absolute.startsWith(here) ? here.relativize(absolute).toString() : path.toString();
        return shown.replace('\\', '/');
    }
}
