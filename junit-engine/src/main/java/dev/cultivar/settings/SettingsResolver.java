package dev.cultivar.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Joins what annotation, {@code cultivar.yaml} and parameters say: annotation &lt; yaml &lt; parameter. */
public final class SettingsResolver {

    /** Responses per model and language where nobody says, as published. */
    public static final int RESPONSES = 300;

    private static final String MEMORY = "memory";
    private static final String DEFAULT_STORE = ".cultivar/responses.db";

    private static final List<String> LANGUAGES = List.of("da", "nl", "en", "pt");

    private final SuiteDefaults annotation;
    private final SettingsFile file;
    private final Function<String, Optional<String>> parameters;

    private SettingsResolver(
            SuiteDefaults annotation, SettingsFile file, Function<String, Optional<String>> parameters) {
        this.annotation = annotation;
        this.file = file;
        this.parameters = parameters;
    }

    /**
     * The values in force.
     *
     * @param annotation what the suite says
     * @param file what {@code cultivar.yaml} says
     * @param parameters value of a configuration parameter or system property by its full key
     * @throws SettingsException where a value cannot be, or a model has no endpoint: one line, naming who set it
     */
    public static RunSettings resolve(
            SuiteDefaults annotation, SettingsFile file, Function<String, Optional<String>> parameters) {
        return new SettingsResolver(annotation, file, parameters).resolve();
    }

    private RunSettings resolve() {
        Setting<List<String>> names = names(Parameters.MODELS, annotation.models(), PlantedModels.DEFAULT_MODELS);
        List<ModelSettings> models = names.value().stream().map(this::model).toList();
        Setting<JudgeSettings> judge = judge(models);
        Map<String, EndpointSettings> endpoints = new TreeMap<>();
        List<ModelSettings> asked = new ArrayList<>(models);
        asked.add(judge.value().model());
        asked.forEach(model -> endpoints.put(model.endpoint(), endpoint(model)));
        text(Parameters.SHARD)
                .filter(setting -> Shard.parse(setting.value()).isEmpty())
                .ifPresent(setting -> {
                    throw wrong(Parameters.SHARD, setting, Shard.FORM);
                });
        text(Parameters.PROGRESS)
                .filter(setting -> !ProgressInterval.isOne(setting.value()))
                .ifPresent(setting -> {
                    throw wrong(Parameters.PROGRESS, setting, ProgressInterval.FORM);
                });
        text(Parameters.BUDGET).ifPresent(budget -> requireBounds(budget, asked));
        Setting<String> mode = choice(Parameters.MODE, "live", List.of("live", "record", "replay", "refresh"));
        Setting<String> answers = choice(Parameters.ANSWERS, "sample", List.of("none", "sample", "all"));
        if (answers.value().equals("none") && mode.value().equals("record")) {
            throw new SettingsException(place(Parameters.ANSWERS, answers.origin())
                    + " is 'none', but the mode 'record' writes the answers to the output folder; run in mode 'live', and take"
                    + " what you want to commit out of the store with cultivar:store-export.");
        }
        return new RunSettings(
                new Setting<>(models, names.origin()),
                endpoints,
                judge,
                names(Parameters.LANGUAGES, annotation.languages(), LANGUAGES),
                responses(),
                seed(),
                number(Parameters.CONFIDENCE, 0.95, 0.5, 0.9999),
                whole(Parameters.ROUNDS, 2000, 100, 10_000_000),
                choice(Parameters.METHOD, "robust", List.of("robust", "published")),
                choice(Parameters.CORRECTION, "holm", List.of("holm", "bh", "none")),
                choice(Parameters.INCONCLUSIVE, "fail", List.of("fail", "pass")),
                path(Parameters.POPULATIONS),
                path(Parameters.CATALOGUE),
                path(Parameters.PROMPTS),
                store(asked, mode),
                mode,
                text(Parameters.OUTPUT)
                        .map(setting -> new Setting<>(Path.of(setting.value()), setting.origin()))
                        .orElse(new Setting<>(Path.of("target", "cultivar"), Origin.DEFAULT)),
                answers,
                others());
    }

    /** A budget holds only where the most that a request can cost is known before it is sent. */
    private void requireBounds(Setting<String> setting, List<ModelSettings> asked) {
        Budget budget =
                Budget.parse(setting.value()).orElseThrow(() -> wrong(Parameters.BUDGET, setting, Budget.EXAMPLES));
        if (budget.unit() == Budget.Unit.CALLS) {
            return;
        }
        for (ModelSettings model : asked) {
            boolean free = model.endpoint().equals(PlantedModels.ENDPOINT);
            if (!free && model.maxTokens().isEmpty()) {
                throw unbounded(setting, model, "max-tokens");
            }
            if (!free && budget.unit() == Budget.Unit.MONEY && model.price().isEmpty()) {
                throw unbounded(setting, model, "price");
            }
        }
    }

    private SettingsException unbounded(Setting<String> budget, ModelSettings model, String field) {
        return new SettingsException(place(Parameters.BUDGET, budget.origin()) + " is '" + budget.value()
                + "', but what a call to " + model.name() + " can cost is not known; give it a '" + field + "' in "
                + (file.source().isEmpty() ? SettingsFile.RESOURCE : file.source()) + ".");
    }

    /** What costs money is kept on disk; the built-in models' answers cost none, unless someone wants to record them. */
    private Setting<String> store(List<ModelSettings> asked, Setting<String> mode) {
        boolean free = asked.stream().allMatch(model -> model.endpoint().equals(PlantedModels.ENDPOINT));
        Setting<String> store = text(Parameters.STORE)
                .orElse(new Setting<>(free && mode.value().equals("live") ? MEMORY : DEFAULT_STORE, Origin.DEFAULT));
        LiteralKeys.requireNoneInStore(store.value(), place(Parameters.STORE, store.origin()));
        if (store.value().equals(MEMORY) && mode.value().equals("replay")) {
            throw new SettingsException(place(Parameters.MODE, mode.origin())
                    + " is 'replay', but a store in memory holds nothing to replay; name another with "
                    + Parameters.STORE + ".");
        }
        return store.value().equals(MEMORY) || store.value().startsWith("jdbc:")
                ? store
                : new Setting<>(located(store), store.origin());
    }

    /** The settings file belongs to a module; all modules of a build share the store that it does not name. */
    private String located(Setting<String> store) {
        Optional<Setting<String>> module = text(Parameters.BASEDIR);
        Optional<Setting<String>> folder =
                store.origin() == Origin.YAML ? module : text(Parameters.ROOT).or(() -> module);
        // The working folder may be another.
        return folder.map(path -> Path.of(path.value()).resolve(store.value()).toString())
                .orElse(store.value());
    }

    private Setting<List<String>> names(String key, List<String> fromAnnotation, List<String> byDefault) {
        Optional<Setting<String>> text = text(key);
        if (text.isPresent()) {
            List<String> names = List.of(text.get().value().split("\\s*,\\s*")).stream()
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList();
            return new Setting<>(
                    requireDistinct(key, names, text.get().origin()), text.get().origin());
        }
        return fromAnnotation.isEmpty()
                ? new Setting<>(byDefault, Origin.DEFAULT)
                : new Setting<>(requireDistinct(key, fromAnnotation, Origin.ANNOTATION), Origin.ANNOTATION);
    }

    private List<String> requireDistinct(String key, List<String> names, Origin origin) {
        if (names.isEmpty()) {
            throw new SettingsException(place(key, origin) + " names nothing; give at least one, or leave it out.");
        }
        if (names.stream().distinct().count() != names.size()) {
            throw new SettingsException(place(key, origin) + " names one thing twice: "
                    + LiteralKeys.shown(String.join(", ", names)) + ".");
        }
        return names;
    }

    private ModelSettings model(String name) {
        ModelSettings known = file.models().get(name);
        if (known != null) {
            return known;
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

    private EndpointSettings endpoint(ModelSettings model) {
        EndpointSettings known = file.endpoints().get(model.endpoint());
        if (known != null) {
            return known;
        }
        if (model.endpoint().equals(PlantedModels.ENDPOINT)) {
            return PlantedModels.endpoint();
        }
        if (PlantedModels.isFormerEndpoint(model.endpoint())) {
            throw new SettingsException("Model '" + model.name() + "' is said to be at endpoint '" + model.endpoint()
                    + "', which is now called '" + PlantedModels.ENDPOINT + "'.");
        }
        throw new SettingsException("Model '" + model.name() + "' is said to be at endpoint '" + model.endpoint()
                + "', which is not under 'endpoints' in " + file.source() + ".");
    }

    private Setting<JudgeSettings> judge(List<ModelSettings> models) {
        List<String> real = models.stream()
                .filter(model -> !model.endpoint().equals(PlantedModels.ENDPOINT))
                .map(ModelSettings::name)
                .toList();
        Optional<JudgeSettings> named = file.judge();
        boolean builtIn = named.map(judge -> judge.model().endpoint().equals(PlantedModels.ENDPOINT))
                .orElse(true);
        if (builtIn && !real.isEmpty()) {
            throw new SettingsException("The built-in judge knows only the built-in models' sentences; to judge "
                    + String.join(", ", real) + " name a model under 'judge' in " + SettingsFile.RESOURCE + ".");
        }
        return named.map(judge -> new Setting<>(judge, Origin.YAML))
                .orElse(new Setting<>(PlantedModels.judge(), Origin.DEFAULT));
    }

    private Setting<Integer> responses() {
        int byDefault = annotation.responses() == 0 ? RESPONSES : annotation.responses();
        Setting<Integer> setting = whole(Parameters.RESPONSES, byDefault, 1, 10_000_000);
        return setting.origin() == Origin.DEFAULT && annotation.responses() != 0
                ? new Setting<>(byDefault, Origin.ANNOTATION)
                : setting;
    }

    private Setting<Long> seed() {
        Optional<Setting<String>> text = text(Parameters.SEED);
        if (text.isEmpty()) {
            Origin origin = annotation.seed() == SuiteDefaults.NONE.seed() ? Origin.DEFAULT : Origin.ANNOTATION;
            return new Setting<>(annotation.seed(), origin);
        }
        try {
            return new Setting<>(Long.parseLong(text.get().value()), text.get().origin());
        } catch (NumberFormatException e) {
            throw wrong(Parameters.SEED, text.get(), "a whole number");
        }
    }

    private Setting<Integer> whole(String key, int byDefault, int least, int most) {
        Optional<Setting<String>> text = text(key);
        if (text.isEmpty()) {
            return new Setting<>(byDefault, Origin.DEFAULT);
        }
        try {
            int value = Integer.parseInt(text.get().value());
            if (value >= least && value <= most) {
                return new Setting<>(value, text.get().origin());
            }
        } catch (NumberFormatException e) {
            // the message below covers it
        }
        throw wrong(key, text.get(), "a whole number from " + least + " to " + most);
    }

    private Setting<Double> number(String key, double byDefault, double low, double high) {
        Optional<Setting<String>> text = text(key);
        if (text.isEmpty()) {
            return new Setting<>(byDefault, Origin.DEFAULT);
        }
        try {
            double value = Double.parseDouble(text.get().value());
            if (value >= low && value <= high) {
                return new Setting<>(value, text.get().origin());
            }
        } catch (NumberFormatException e) {
            // the message below covers it
        }
        throw wrong(key, text.get(), "a number from " + low + " to " + high);
    }

    private Setting<String> choice(String key, String byDefault, List<String> choices) {
        Setting<String> setting = text(key).orElse(new Setting<>(byDefault, Origin.DEFAULT));
        if (!choices.contains(setting.value())) {
            throw wrong(key, setting, "one of " + String.join(", ", choices));
        }
        return setting;
    }

    private Setting<Optional<Path>> path(String key) {
        return text(key)
                .map(setting -> new Setting<>(Optional.of(Path.of(setting.value())), setting.origin()))
                .orElse(new Setting<>(Optional.empty(), Origin.DEFAULT));
    }

    private SortedMap<String, Setting<String>> others() {
        SortedMap<String, Setting<String>> others = new TreeMap<>();
        Parameters.OTHERS.forEach(key -> text(key).ifPresent(setting -> others.put(key, setting)));
        return others;
    }

    private Optional<Setting<String>> text(String key) {
        Optional<Setting<String>> parameter = parameters
                .apply(key)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(value -> new Setting<>(value, Origin.PARAMETER));
        return parameter.isPresent()
                ? parameter
                : Optional.ofNullable(file.run().get(key)).map(value -> new Setting<>(value.strip(), Origin.YAML));
    }

    private SettingsException wrong(String key, Setting<String> setting, String wanted) {
        return new SettingsException(place(key, setting.origin()) + " is '" + LiteralKeys.shown(setting.value())
                + "'; it must be " + wanted + ".");
    }

    private String place(String key, Origin origin) {
        return switch (origin) {
            case PARAMETER -> "Parameter " + key;
            case YAML -> file.source() + ": run." + key.substring(Parameters.PREFIX.length());
            case ANNOTATION -> "@CulturalSuite " + key.substring(Parameters.PREFIX.length());
            case DEFAULT -> key;
        };
    }
}
