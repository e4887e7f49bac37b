package dev.cultivar.settings;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A {@code cultivar.yaml}: endpoints, models, the judge, and values for the run.
 *
 * @param source what to call it in messages; empty if there is no file
 * @param endpoints by name
 * @param models by name
 * @param judge the judge, if the file names one
 * @param scores files of benchmark scores, by the name of their model
 * @param run values by full key, for example {@code cultivar.responses}
 */
public record SettingsFile(
        String source,
        Map<String, EndpointSettings> endpoints,
        Map<String, ModelSettings> models,
        Optional<JudgeSettings> judge,
        Map<String, String> scores,
        Map<String, String> run) {

    /** No file at all. */
    public static final SettingsFile NONE =
            new SettingsFile("", Map.of(), Map.of(), Optional.empty(), Map.of(), Map.of());

    /** Name of the file on the test class path. */
    public static final String RESOURCE = "cultivar.yaml";

    public SettingsFile {
        endpoints = Map.copyOf(endpoints);
        models = Map.copyOf(models);
        scores = Map.copyOf(scores);
        run = Map.copyOf(run);
    }

    /**
     * Reads the file that {@code cultivar.config} names.
     *
     * @throws SettingsException if it cannot be read, or if it is wrong
     */
    public static SettingsFile named(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        } catch (IOException e) {
            throw new SettingsException(
                    "Settings file " + file + " cannot be read (" + e.getClass().getSimpleName()
                            + "). Check the path given as " + Settings.CONFIG.name() + ".",
                    e);
        }
    }

    /**
     * Reads a settings file.
     *
     * @param in YAML, UTF-8
     * @param source what to call it in messages
     * @throws SettingsException if a key is unknown or a value is impossible; the message names the place
     */
    public static SettingsFile read(InputStream in, String source) {
        YAMLMapper mapper = YAMLMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try {
            JsonNode tree = mapper.readTree(in);
            LiteralKeys.refuse(tree, source);
            return tree.isMissingNode() || tree.isNull()
                    ? NONE
                    : of(mapper.treeToValue(tree, SettingsYaml.class), source);
        } catch (UnrecognizedPropertyException e) {
            throw new SettingsException(source + ": " + LiteralKeys.shown(unknown(e)));
        } catch (JsonProcessingException e) {
            // Without the cause, whose text quotes the file.
            throw new SettingsException(source + place(e) + ": " + LiteralKeys.shown(reason(e)));
        } catch (IOException e) {
            throw new SettingsException(source + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static SettingsFile of(SettingsYaml yaml, String source) {
        Map<String, EndpointSettings> endpoints = new TreeMap<>();
        yaml.endpoints().forEach((name, entry) -> endpoints.put(name, entry.toSettings(name, source)));
        Map<String, ModelSettings> models = new TreeMap<>();
        yaml.models().forEach((name, entry) -> models.put(name, entry.toSettings(name, source)));
        Map<String, String> scores = new TreeMap<>();
        yaml.models().forEach((name, entry) -> entry.scoresFile().ifPresent(file -> scores.put(name, file)));
        Map<String, String> run = new TreeMap<>();
        yaml.run().forEach((key, value) -> run.put(runKey(key, source), text(value)));
        Optional<JudgeSettings> judge = Optional.ofNullable(yaml.judge()).map(entry -> entry.toSettings(source));
        return new SettingsFile(source, endpoints, models, judge, scores, run);
    }

    private static String runKey(String key, String source) {
        List<String> known = Settings.ALL.stream()
                .filter(SettingKey::inYaml)
                .map(SettingKey::shortName)
                .toList();
        if (!known.contains(key)) {
            throw new SettingsException(
                    source + ": 'run' has no key '" + key + "'; its keys are " + String.join(", ", known) + ".");
        }
        return SettingKey.PREFIX + key;
    }

    private static String text(Object value) {
        return value instanceof List<?> list
                ? String.join(",", list.stream().map(String::valueOf).toList())
                : String.valueOf(value);
    }

    private static String unknown(UnrecognizedPropertyException e) {
        List<String> path = path(e);
        String owner = path.size() < 2 ? "the file" : "'" + String.join(".", path.subList(0, path.size() - 1)) + "'";
        String known = Stream.ofNullable(e.getKnownPropertyIds())
                .flatMap(Collection::stream)
                .map(String::valueOf)
                .sorted()
                .collect(Collectors.joining(", "));
        return owner + " has no key '" + e.getPropertyName() + "'; its keys are " + known + ".";
    }

    private static List<String> path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .toList();
    }

    private static String place(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        boolean pathTells =
                e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty();
        return location == null || pathTells ? "" : ", line " + location.getLineNr();
    }

    private static String reason(JsonProcessingException e) {
        String message = e.getOriginalMessage().lines().findFirst().orElse("not readable");
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return "at " + String.join(".", path(mapping)) + ": " + message.replaceAll("\\(class [^)]*\\), ", "");
        }
        return message;
    }
}
