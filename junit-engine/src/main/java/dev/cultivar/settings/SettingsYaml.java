package dev.cultivar.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code cultivar.yaml} as written, with kebab-case keys. */
record SettingsYaml(
        @Nullable Map<String, EndpointEntry> endpoints,
        @Nullable Map<String, ModelEntry> models,
        @Nullable JudgeEntry judge,
        @Nullable Map<String, Object> run) {

    SettingsYaml {
        endpoints = endpoints == null ? Map.of() : endpoints;
        models = models == null ? Map.of() : models;
        run = run == null ? Map.of() : run;
    }

    @Override
    public Map<String, EndpointEntry> endpoints() {
        return endpoints == null ? Map.of() : endpoints;
    }

    @Override
    public Map<String, ModelEntry> models() {
        return models == null ? Map.of() : models;
    }

    @Override
    public Map<String, Object> run() {
        return run == null ? Map.of() : run;
    }

    /**
     * Where and how to reach models.
     *
     * @param provider protocol: {@code openai} (default), {@code azure}, {@code anthropic}, {@code gemini}, {@code function} for
     *     methods of the suite, or one that a class on the class path adds
     * @param baseUrl start of every request's address; the provider's own by default
     * @param keyEnv name of the environment variable that holds the key; without it no key is sent
     * @param concurrency maximum number of requests in flight, at least 1; 8 by default
     * @param timeout deadline of one request, for example {@code 90s}, {@code 500ms} or {@code 2m}; {@code 2m} by default
     * @param retries further attempts after a temporary failure, at least 0; 5 by default
     * @param requestsPerMinute limit, at least 1; none by default
     * @param tokensPerMinute limit, at least 1; none by default
     * @param headers sent with every request; a value {@code env:NAME} comes from the environment
     * @param options special options that the provider understands
     */
    record EndpointEntry(
            @Nullable String provider,
            @Nullable String baseUrl,
            @Nullable String keyEnv,
            @Nullable Integer concurrency,
            @Nullable String timeout,
            @Nullable Integer retries,
            @Nullable Integer requestsPerMinute,
            @Nullable Integer tokensPerMinute,
            @Nullable Map<String, String> headers,
            @Nullable Map<String, String> options) {

        EndpointSettings toSettings(String name, String source) {
            String place = source + ": endpoints." + name;
            return new EndpointSettings(
                    name,
                    provider == null ? "openai" : provider,
                    Optional.ofNullable(baseUrl).map(url -> url.replaceAll("/+$", "")),
                    Optional.ofNullable(keyEnv),
                    atLeast(
                            1,
                            concurrency == null ? EndpointSettings.CONCURRENCY : concurrency,
                            place + ".concurrency"),
                    timeout == null ? EndpointSettings.TIMEOUT : duration(timeout, place + ".timeout"),
                    atLeast(0, retries == null ? EndpointSettings.RETRIES : retries, place + ".retries"),
                    limit(requestsPerMinute, place + ".requests-per-minute"),
                    limit(tokensPerMinute, place + ".tokens-per-minute"),
                    headers == null ? Map.of() : headers,
                    options == null ? Map.of() : options);
        }

        private static OptionalInt limit(@Nullable Integer value, String place) {
            return value == null ? OptionalInt.empty() : OptionalInt.of(atLeast(1, value, place));
        }

        private static Duration duration(String text, String place) {
            return Durations.parse(text)
                    .orElseThrow(() -> new SettingsException(
                            place + " is '" + text + "'; write a number and a unit, for example 90s, 500ms or 2m."));
        }
    }

    /**
     * A model, by the name that suites give it.
     *
     * @param endpoint an entry of {@code endpoints}; required except for built-in models
     * @param model name that the endpoint knows it by; the entry's name by default
     * @param family for regressions and tables, not {@code planted}; the entry's name by default
     * @param temperature sent if given, in [0,100]
     * @param topP sent if given, in [0,1]
     * @param maxTokens sent if given, at least 1
     * @param seed whether the endpoint takes a seed; {@code true} by default
     * @param extraBody further fields of the request's body
     * @param system system prompt, sent before every prompt of the run; none by default
     * @param reasoning how much the model should think, in its provider's words, for example {@code low}; its own by default
     * @param capability mean benchmark score in [0,1] by language, for {@code @CapabilityGate}; or a CSV file with the columns
     *     {@code model}, {@code language} and {@code score}; the mean of the model's rows counts
     * @param price what it costs, for {@code cultivar:plan} and the cost table
     * @param baseline name of the model in a baseline file that it is compared with, unless the gate names one; the entry's name by
     *     default
     */
    record ModelEntry(
            @Nullable String endpoint,
            @Nullable String model,
            @Nullable String family,
            @Nullable Double temperature,
            @Nullable Double topP,
            @Nullable Integer maxTokens,
            @Nullable Boolean seed,
            @Nullable Map<String, Object> extraBody,
            @Nullable String system,
            @Nullable String reasoning,
            @Nullable Object capability,
            @Nullable PriceEntry price,
            @Nullable String baseline) {

        private static final Pattern EFFORT = Pattern.compile("[a-z]{2,20}");

        ModelSettings toSettings(String name, String source) {
            String place = source + ": models." + name;
            boolean builtIn = PlantedModels.isPlanted(name);
            if (endpoint == null && !builtIn) {
                throw new SettingsException(place + " has no 'endpoint'; name an entry of 'endpoints'.");
            }
            String kin = family != null ? family : builtIn ? PlantedModels.FAMILY : name;
            if (kin.equals(PlantedModels.FAMILY) && !builtIn) {
                throw new SettingsException(place + " is of family '" + PlantedModels.FAMILY
                        + "', which is reserved for the built-in models; give it another 'family'.");
            }
            if (reasoning != null && !EFFORT.matcher(reasoning).matches()) {
                throw new SettingsException(place + ".reasoning is '" + LiteralKeys.shown(reasoning)
                        + "'; it must be a word of the provider's, for example low, medium or high.");
            }
            return new ModelSettings(
                    name,
                    endpoint == null ? PlantedModels.ENDPOINT : endpoint,
                    model != null ? model : builtIn ? PlantedModels.wireName(name) : name,
                    kin,
                    optional(temperature, 0, 100, place + ".temperature"),
                    optional(topP, 0, 1, place + ".top-p"),
                    maxTokens == null
                            ? OptionalInt.empty()
                            : OptionalInt.of(atLeast(1, maxTokens, place + ".max-tokens")),
                    seed == null || seed,
                    extraBody == null ? Map.of() : extraBody,
                    scores(place + ".capability"),
                    Optional.ofNullable(price).map(PriceEntry::toSettings),
                    Optional.ofNullable(system).filter(text -> !text.isBlank()),
                    Optional.ofNullable(reasoning),
                    baseline(name, place));
        }

        /** Scores given in the file itself. */
        private Map<String, Double> scores(String place) {
            Map<String, Double> scores = new TreeMap<>();
            if (capability instanceof Map<?, ?> entries) {
                entries.forEach((language, score) -> {
                    if (!(score instanceof Number number)) {
                        throw new SettingsException(place + "." + language + " must be a number in [0, 1].");
                    }
                    scores.put(String.valueOf(language), inRange(0, 1, number.doubleValue(), place + "." + language));
                });
            } else if (capability != null && !(capability instanceof String)) {
                throw new SettingsException(place + " must be scores by language, or the path of a CSV file.");
            }
            return scores;
        }

        /** The file of scores, if there is one. */
        Optional<String> scoresFile() {
            return capability instanceof String file ? Optional.of(file) : Optional.empty();
        }

        private String baseline(String name, String place) {
            if (baseline != null && baseline.isBlank()) {
                throw new SettingsException(
                        place + ".baseline is empty; name a model of the baseline, or leave it out.");
            }
            return baseline == null ? name : baseline;
        }

        private static OptionalDouble optional(@Nullable Double value, double low, double high, String place) {
            return value == null ? OptionalDouble.empty() : OptionalDouble.of(inRange(low, high, value, place));
        }
    }

    /**
     * Price of a million tokens, in one currency of your choice.
     *
     * @param input prompt tokens; required
     * @param output completion tokens, including those of thoughts; required
     * @param cached prompt tokens that the endpoint had in its cache; the price of {@code input} by default
     */
    record PriceEntry(
            @JsonProperty(required = true) double input,
            @JsonProperty(required = true) double output,
            @Nullable Double cached) {

        ModelSettings.Price toSettings() {
            return new ModelSettings.Price(input, output, cached == null ? input : cached);
        }
    }

    /**
     * Who labels the statements; the built-in judge, which knows only built-in models, by default.
     *
     * @param endpoint an entry of {@code endpoints}
     * @param model name that the endpoint knows it by; required
     * @param temperature sent if given, in [0,100]; the endpoint's own otherwise, because some judges accept none
     * @param topP sent if given, in [0,1]
     * @param maxTokens sent if given, at least 1
     * @param seed whether the endpoint takes a seed; {@code true} by default
     * @param extraBody further fields of the request's body
     * @param reasoning how much it should think, in its provider's words; its own by default
     * @param price what it costs
     * @param reliability what self-consistency is divided by, in [0.01,1]
     * @param calibration path of a result of {@code cultivar:calibrate}
     */
    record JudgeEntry(
            @Nullable String endpoint,
            @Nullable String model,
            @Nullable Double temperature,
            @Nullable Double topP,
            @Nullable Integer maxTokens,
            @Nullable Boolean seed,
            @Nullable Map<String, Object> extraBody,
            @Nullable String reasoning,
            @Nullable PriceEntry price,
            @Nullable Double reliability,
            @Nullable String calibration) {

        JudgeSettings toSettings(String source) {
            if (model == null) {
                throw new SettingsException(source + ": judge has no 'model'.");
            }
            ModelEntry entry = new ModelEntry(
                    endpoint,
                    PlantedModels.isPlanted(model) ? null : model,
                    "judge",
                    temperature,
                    topP,
                    maxTokens,
                    seed,
                    extraBody,
                    null,
                    reasoning,
                    null,
                    price,
                    null);
            OptionalDouble share = reliability == null
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(inRange(0.01, 1, reliability, source + ": judge.reliability"));
            return new JudgeSettings(entry.toSettings(model, source), share, calibration == null ? "" : calibration);
        }
    }

    private static int atLeast(int least, int value, String place) {
        if (value < least) {
            throw new SettingsException(place + " is " + value + "; it must be at least " + least + ".");
        }
        return value;
    }

    private static double inRange(double low, double high, double value, String place) {
        if (!(value >= low && value <= high)) {
            throw new SettingsException(place + " is " + value + "; it must be in [" + low + ", " + high + "].");
        }
        return value;
    }
}
