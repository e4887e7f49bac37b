package dev.cultivar.settings;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values in force for one suite, each with its origin. Immutable. */
public final class RunSettings {

    private final Setting<List<ModelSettings>> models;
    private final Map<String, EndpointSettings> endpoints;
    private final Setting<JudgeSettings> judge;
    private final Map<SettingKey<?>, Setting<?>> values;

    /**
     * With every other setting at its default.
     *
     * @param models the models to ask, in order
     * @param endpoints the endpoints by name, including the judge's
     * @param judge who labels the statements
     */
    public RunSettings(
            Setting<List<ModelSettings>> models,
            Map<String, EndpointSettings> endpoints,
            Setting<JudgeSettings> judge) {
        this(
                models,
                Map.copyOf(endpoints),
                judge,
                Map.of(
                        Settings.MODELS,
                        new Setting<>(
                                models.value().stream().map(ModelSettings::name).toList(), models.origin())));
    }

    private RunSettings(
            Setting<List<ModelSettings>> models,
            Map<String, EndpointSettings> endpoints,
            Setting<JudgeSettings> judge,
            Map<SettingKey<?>, Setting<?>> values) {
        this.models = models;
        this.endpoints = endpoints;
        this.judge = judge;
        this.values = values;
    }

    /** The same with another value of one setting. */
    public <T> RunSettings with(SettingKey<T> key, T value, Origin origin) {
        Map<SettingKey<?>, Setting<?>> changed = new HashMap<>(values);
        changed.put(key, new Setting<>(value, origin));
        return new RunSettings(models, endpoints, judge, Map.copyOf(changed));
    }

    /** The models to ask, in order. */
    public Setting<List<ModelSettings>> models() {
        return models;
    }

    /** The endpoints of the models and the judge, by name. */
    public Map<String, EndpointSettings> endpoints() {
        return endpoints;
    }

    /** The endpoint of the built-in models, if Cultivar's own server answers there; empty if the settings place it elsewhere. */
    public Optional<EndpointSettings> ownServer() {
        return Optional.ofNullable(endpoints.get(PlantedModels.ENDPOINT))
                .filter(endpoint -> endpoint.baseUrl().isEmpty());
    }

    /** Who labels the statements. */
    public Setting<JudgeSettings> judge() {
        return judge;
    }

    /** The question that gates answer unless they name their own. The published method supports only all topics. */
    public Estimand estimand() {
        return value(Settings.METHOD) == Method.PUBLISHED ? Estimand.ALL_TOPICS : value(Settings.ESTIMAND);
    }

    /** The folder of the suite's module, absolute. */
    public Path module() {
        return value(Settings.BASEDIR).toAbsolutePath();
    }

    /** Whether the store keeps answers for another run; one in memory is gone with its run. */
    public boolean keepsAnswers() {
        return !value(Settings.STORE).equals(Settings.MEMORY);
    }

    /** The value of a setting, or its default if nobody set it. */
    public <T> T value(SettingKey<T> key) {
        return setting(key).value();
    }

    /** Who set a setting. */
    public Origin origin(SettingKey<?> key) {
        return setting(key).origin();
    }

    /** The value of a setting and who set it. */
    @SuppressWarnings("unchecked") // a value in the map has its key's type, because only with() puts it there
    public <T> Setting<T> setting(SettingKey<T> key) {
        Setting<?> set = values.get(key);
        return set == null ? new Setting<>(key.byDefault(), Origin.DEFAULT) : (Setting<T>) set;
    }
}
