package dev.cultivar.settings;

import dev.cultivar.text.Names;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Merges the values of annotation, {@code cultivar.yaml} and parameters, in this order of precedence: annotation &lt; yaml &lt; parameter.
 */
public final class SettingsResolver {

    private static final String DEFAULT_STORE = ".cultivar/responses.db";

    private final Map<SettingKey<?>, Object> annotation;
    private final Map<String, String> functions;
    private final SettingsFile file;
    private final Function<String, Optional<String>> parameters;

    private SettingsResolver(
            SuiteDefaults annotation, SettingsFile file, Function<String, Optional<String>> parameters) {
        this.annotation = annotation.said();
        this.functions = annotation.functions();
        this.file = file;
        this.parameters = parameters;
    }

    /**
     * The values in force.
     *
     * @param annotation what the suite says
     * @param file what {@code cultivar.yaml} says
     * @param parameters value of a configuration parameter or system property by its full key
     * @throws SettingsException if a value is impossible or a model has no endpoint; the message is one line that names who set it
     */
    public static RunSettings resolve(
            SuiteDefaults annotation, SettingsFile file, Function<String, Optional<String>> parameters) {
        return new SettingsResolver(annotation, file, parameters).resolve();
    }

    /** The names that annotation and file give, regardless of parameters; empty if they give none. */
    public static List<String> declared(SettingKey<List<String>> key, SuiteDefaults annotation, SettingsFile file) {
        Setting<List<String>> declared = new SettingsResolver(annotation, file, any -> Optional.empty()).setting(key);
        return declared.origin() == Origin.DEFAULT ? List.of() : declared.value();
    }

    private RunSettings resolve() {
        Setting<List<String>> names = setting(Settings.MODELS);
        List<ModelSettings> models =
                names.value().stream().map(this::model).map(this::scored).toList();
        Setting<JudgeSettings> judge = judge(models);
        Map<String, EndpointSettings> endpoints = new TreeMap<>();
        List<ModelSettings> asked = new ArrayList<>(models);
        asked.add(judge.value().model());
        asked.forEach(model -> endpoints.put(model.endpoint(), endpoint(model)));
        RunSettings settings = new RunSettings(new Setting<>(models, names.origin()), endpoints, judge);
        for (SettingKey<?> key : Settings.ALL) {
            settings = key.ofRun() && key != Settings.MODELS ? with(settings, key) : settings;
        }
        Origin budget = settings.origin(Settings.BUDGET);
        settings.value(Settings.BUDGET).ifPresent(most -> requireBounds(most, budget, asked));
        requireNothingWithheldIsRecorded(settings);
        return settings.with(Settings.STORE, store(settings, asked), settings.origin(Settings.STORE));
    }

    private <T> RunSettings with(RunSettings settings, SettingKey<T> key) {
        Setting<T> setting = setting(key);
        return settings.with(key, setting.value(), setting.origin());
    }

    private <T> Setting<T> setting(SettingKey<T> key) {
        Setting<T> setting = text(key)
                .map(text -> new Setting<>(key.read(text.value(), place(key, text.origin())), text.origin()))
                .orElseGet(() -> annotated(key));
        if (setting.value() instanceof List<?> names) {
            requireDistinct(key, names, setting.origin());
        }
        return setting;
    }

    @SuppressWarnings("unchecked") // SuiteDefaults pairs each key with a value of its type
    private <T> Setting<T> annotated(SettingKey<T> key) {
        Object said = annotation.get(key);
        return said == null
                ? new Setting<>(key.byDefault(), Origin.DEFAULT)
                : new Setting<>((T) said, Origin.ANNOTATION);
    }

    private void requireNothingWithheldIsRecorded(RunSettings settings) {
        if (settings.value(Settings.ANSWERS) == AnswersShown.NONE
                && settings.value(Settings.MODE) == StoreMode.RECORD) {
            throw new SettingsException(place(Settings.ANSWERS, settings.origin(Settings.ANSWERS))
                    + " is 'none', but the mode 'record' writes the answers to the output folder; run in mode"
                    + " 'live', and export what you want to commit with cultivar:store-export.");
        }
    }

    /** A budget can be kept only if the maximum cost of a request is known before it is sent. */
    private void requireBounds(Budget budget, Origin origin, List<ModelSettings> asked) {
        if (budget.unit() == Budget.Unit.CALLS) {
            return;
        }
        List<ModelSettings> paid =
                asked.stream().filter(model -> !model.isBuiltIn()).toList();
        List<String> unlimited = lacking(paid, model -> model.maxTokens().isEmpty());
        List<String> unpriced = lacking(
                paid,
                model -> budget.unit() == Budget.Unit.MONEY && model.price().isEmpty());
        List<String> who =
                Stream.concat(unlimited.stream(), unpriced.stream()).distinct().toList();
        if (who.isEmpty()) {
            return;
        }
        String one = who.size() == 1 && (unlimited.isEmpty() || unpriced.isEmpty()) ? "it" : "";
        throw new SettingsException(place(Settings.BUDGET, origin) + " is '" + budget.text()
                + "', but the maximum cost of a call to " + Names.list(who) + " is unknown; give "
                + Stream.of(give("max-tokens", unlimited, one), give("price", unpriced, one))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" and "))
                + " in " + (file.source().isEmpty() ? SettingsFile.RESOURCE : file.source()) + ".");
    }

    private static List<String> lacking(List<ModelSettings> models, Predicate<ModelSettings> what) {
        return models.stream().filter(what).map(ModelSettings::name).distinct().toList();
    }

    private static Optional<String> give(String field, List<String> to, String one) {
        if (to.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of((one.isEmpty() ? Names.list(to) : one) + " a '" + field + "'");
    }

    /**
     * Answers that cost money are kept on disk. The built-in models' answers are free and are not, unless someone wants to record them.
     */
    private String store(RunSettings settings, List<ModelSettings> asked) {
        Setting<String> named = settings.setting(Settings.STORE);
        StoreMode mode = settings.value(Settings.MODE);
        boolean free = asked.stream().allMatch(ModelSettings::isBuiltIn);
        String store =
                named.origin() == Origin.DEFAULT && !(free && mode == StoreMode.LIVE) ? DEFAULT_STORE : named.value();
        LiteralKeys.requireNoneInStore(store, place(Settings.STORE, named.origin()));
        if (store.equals(Settings.MEMORY) && mode == StoreMode.REPLAY) {
            throw new SettingsException(place(Settings.MODE, settings.origin(Settings.MODE))
                    + " is 'replay', but a store in memory holds nothing to replay; name another with "
                    + Settings.STORE.name() + ".");
        }
        return store.equals(Settings.MEMORY) || store.startsWith("jdbc:") ? store : located(settings, store);
    }

    /** A store that the settings file names belongs to the module, as the file does; otherwise all modules of a build share one. */
    private static String located(RunSettings settings, String store) {
        Path module = settings.value(Settings.BASEDIR);
        Path folder = settings.origin(Settings.STORE) == Origin.YAML
                ? module
                : settings.value(Settings.ROOT).orElse(module);
        // The working folder may be a different one.
        return folder.resolve(store).toString();
    }

    private void requireDistinct(SettingKey<?> key, List<?> names, Origin origin) {
        if (names.isEmpty()) {
            throw new SettingsException(place(key, origin) + " names nothing; give at least one, or leave it out.");
        }
        if (names.stream().distinct().count() != names.size()) {
            throw new SettingsException(place(key, origin) + " has duplicates: "
                    + LiteralKeys.shown(names.stream().map(String::valueOf).collect(Collectors.joining(", "))) + ".");
        }
    }

    private ModelSettings model(String name) {
        ModelSettings known = file.models().get(name);
        String function = functions.get(name);
        if (known != null) {
            return function(known, function);
        }
        if (function != null) {
            return ModelSettings.ofMethod(name, function);
        }
        if (PlantedModels.isPlanted(name)) {
            return PlantedModels.model(name);
        }
        if (PlantedModels.hasFormerName(name)) {
            throw new SettingsException("Model '" + LiteralKeys.shown(name) + "' is now called '"
                    + LiteralKeys.shown(PlantedModels.newName(name))
                    + "': a baseline is an earlier run and nothing else.");
        }
        String entries =
                file.models().isEmpty() ? "no models yet" : String.join(", ", new TreeMap<>(file.models()).keySet());
        throw new SettingsException("Model '" + LiteralKeys.shown(name) + "' has no endpoint: add it under 'models' in "
                + (file.source().isEmpty()
                        ? SettingsFile.RESOURCE + " on the test class path (there is none)"
                        : file.source() + " (it has " + entries + ")")
                + ", or use a built-in such as planted/uniform.");
    }

    /** An entry in the file may give further details of a method: its price, family or endpoint. */
    private ModelSettings function(ModelSettings known, @Nullable String function) {
        boolean ofMethods = endpoint(known).isOfMethods();
        if (function == null && ofMethods) {
            throw new SettingsException("Model '" + known.name() + "' names endpoint '" + known.endpoint()
                    + "', whose models are methods of the suite, but no method with @ModelUnderTest has its name.");
        }
        if (function != null && !ofMethods) {
            throw new SettingsException("Model '" + known.name()
                    + "' is a method of the suite with @ModelUnderTest, and in "
                    + file.source() + " a model at endpoint '" + known.endpoint()
                    + "'; give one of them another name, or the entry the endpoint '" + EndpointSettings.JVM + "'.");
        }
        if (function == null) {
            return known;
        }
        if (known.system().isPresent() || known.reasoning().isPresent()) {
            throw new SettingsException("Model '" + known.name() + "' is a method of the suite, so its entry in "
                    + file.source() + " cannot have 'system' or 'reasoning'.");
        }
        if (!known.wireName().equals(known.name())) {
            throw new SettingsException("Model '" + known.name() + "' is a method of the suite, so its entry in "
                    + file.source() + " cannot have 'model'.");
        }
        return known.withWireName(function);
    }

    /** The model with the scores from its file, whose path is relative to the module's folder. */
    private ModelSettings scored(ModelSettings model) {
        String scores = file.scores().get(model.name());
        return scores == null
                ? model
                : model.withCapability(
                        new BenchmarkScores(setting(Settings.BASEDIR).value().resolve(scores))
                                .of(model.name(), file.source() + ": models." + model.name() + ".capability"));
    }

    private EndpointSettings endpoint(ModelSettings model) {
        EndpointSettings known = file.endpoints().get(model.endpoint());
        if (known != null) {
            return known;
        }
        if (model.endpoint().equals(EndpointSettings.JVM)) {
            return EndpointSettings.jvm();
        }
        if (model.isBuiltIn()) {
            return PlantedModels.endpoint();
        }
        if (PlantedModels.isFormerEndpoint(model.endpoint())) {
            throw new SettingsException("Model '" + model.name() + "' names endpoint '" + model.endpoint()
                    + "', which is now called '" + PlantedModels.ENDPOINT + "'.");
        }
        throw new SettingsException("Model '" + model.name() + "' names endpoint '" + model.endpoint()
                + "', which is not under 'endpoints' in " + file.source() + ".");
    }

    private Setting<JudgeSettings> judge(List<ModelSettings> models) {
        List<String> real = models.stream()
                .filter(model -> !model.isBuiltIn())
                .map(ModelSettings::name)
                .toList();
        Optional<JudgeSettings> named = file.judge();
        boolean builtIn = named.map(judge -> judge.model().isBuiltIn()).orElse(true);
        if (builtIn && !real.isEmpty()) {
            throw new SettingsException("The built-in judge can only judge the built-in models; to judge "
                    + String.join(", ", real) + ", name a model under 'judge' in " + SettingsFile.RESOURCE + ".");
        }
        return named.map(judge -> new Setting<>(judge, Origin.YAML))
                .orElse(new Setting<>(PlantedModels.judge(), Origin.DEFAULT));
    }

    /** The value from a parameter, or else from the settings file. */
    private Optional<Setting<String>> text(SettingKey<?> key) {
        Optional<Setting<String>> parameter = parameters
                .apply(key.name())
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(value -> new Setting<>(value, Origin.PARAMETER));
        return parameter.isPresent()
                ? parameter
                : Optional.ofNullable(file.run().get(key.name()))
                        .map(value -> new Setting<>(value.strip(), Origin.YAML));
    }

    private String place(SettingKey<?> key, Origin origin) {
        return switch (origin) {
            case PARAMETER -> "Parameter " + key.name();
            case YAML -> file.source() + ": run." + key.shortName();
            case ANNOTATION -> "@CulturalSuite " + key.shortName();
            case DEFAULT, BUILD -> key.name();
        };
    }
}
