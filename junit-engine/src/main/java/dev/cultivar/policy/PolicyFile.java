package dev.cultivar.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.gate.Gate;
import dev.cultivar.io.Sha256;
import dev.cultivar.settings.Choice;
import dev.cultivar.settings.Multiplicity;
import dev.cultivar.settings.OnInconclusive;
import dev.cultivar.settings.Settings;
import dev.cultivar.settings.SettingsException;
import dev.cultivar.text.MalformedYamlException;
import dev.cultivar.text.YamlText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds and reads a build's policy, and reports everything that is wrong with it at once. */
public final class PolicyFile {

    /** The policy's file name, at the root of the build. */
    public static final String NAME = "cultivar-policy.yaml";

    /** A likely mistake for the name; such a file would be overlooked. */
    private static final String MISNAMED = "cultivar-policy.yml";

    /** The folder of the whole build, set by Maven's start script. */
    private static final String MAVEN_ROOT = "maven.multiModuleProjectDirectory";

    private static final List<String> FIELDS = List.of(
            "suites",
            "models",
            "languages",
            "topics",
            "gates",
            "confidence",
            "correction",
            "inconclusive",
            "replay",
            "canary",
            "max-age",
            "not-measured");

    /** Kinds of gates, as results name them. */
    private static final List<String> KINDS = Stream.of(Objects.requireNonNull(Gate.class.getPermittedSubclasses()))
            .map(kind -> kind.getSimpleName().toLowerCase(Locale.ROOT))
            .sorted()
            .toList();

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SUITE = Pattern.compile("([\\w.-]+/)*[\\w.$]+");

    private final YamlText yaml;
    private final List<String> problems = new ArrayList<>();

    private PolicyFile(YamlText yaml) {
        this.yaml = yaml;
    }

    /**
     * The policy of the build that a module belongs to. It is searched for in the module's folder, the working folder, the folder that
     * Maven was started for, and every folder above them. No parameter changes that.
     *
     * @throws PolicyException where there is more than one, it is misnamed, or it cannot be used
     */
    public static Optional<Policy> of(Path module) {
        SortedSet<Path> found = new TreeSet<>();
        @Nullable String root = System.getProperty(MAVEN_ROOT);
        Stream.concat(Stream.of(module, Path.of("")), Stream.ofNullable(root).map(Path::of))
                .forEach(folder -> addAbove(folder.toAbsolutePath().normalize(), found));
        if (found.size() > 1) {
            throw new PolicyException(
                    "This build has more than one policy: " + list(found) + ". Keep the one at the build's root.");
        }
        return found.stream().findFirst().map(PolicyFile::read);
    }

    /** A dangling link counts as a file here, so that it is not overlooked. */
    private static void addAbove(Path start, SortedSet<Path> found) {
        for (@Nullable Path folder = start; folder != null; folder = folder.getParent()) {
            Path file = folder.resolve(NAME);
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                found.add(file);
            }
            Path misnamed = folder.resolve(MISNAMED);
            if (Files.exists(misnamed, LinkOption.NOFOLLOW_LINKS)) {
                throw new PolicyException("The policy " + misnamed + " must be called " + NAME + ". Rename it.");
            }
        }
    }

    private static Policy read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return read(bytes, file);
        } catch (MalformedYamlException e) {
            throw new PolicyException(e.getMessage() == null ? e.toString() : e.getMessage(), e);
        } catch (IOException e) {
            throw new PolicyException(
                    "The policy " + file + " cannot be read (" + e.getClass().getSimpleName()
                            + "), so nothing may run. Check the file and who may read it.",
                    e);
        }
    }

    /**
     * Reads a policy.
     *
     * @throws PolicyException with every problem found
     * @throws MalformedYamlException where it is not YAML
     */
    public static Policy read(byte[] bytes, Path file) throws IOException {
        return new PolicyFile(YamlText.read(new ByteArrayInputStream(bytes), file.toString()))
                .policy(file, Sha256.of(bytes).hex());
    }

    private Policy policy(Path file, String digest) {
        JsonNode root = yaml.root();
        if (!root.isObject() || root.isEmpty()) {
            throw new PolicyException(yaml.source() + " demands nothing. Write at least one of "
                    + String.join(", ", FIELDS) + ", or delete it.");
        }
        requireKnown(root, FIELDS, "the policy");
        List<String> suites = names(root, "suites");
        suites.stream()
                .filter(entry -> !SUITE.matcher(entry).matches())
                .forEach(entry -> problem(
                        "suite '" + entry + "' must be a class name, or FOLDER/CLASS in a module of its own.",
                        "suites",
                        entry));
        Policy policy = new Policy(
                file,
                digest,
                suites,
                names(root, "models"),
                names(root, "languages"),
                least(root, "topics", "the minimum number of topics"),
                gates(root.path("gates")),
                confidence(root),
                choice(root, "correction", Multiplicity.values()),
                choice(root, "inconclusive", OnInconclusive.values()),
                replay(root),
                least(root, "canary", "the minimum number of prompts that are asked again"),
                maxAge(root),
                choice(root, "not-measured", NotMeasured.values()).orElse(NotMeasured.WARN),
                yaml);
        if (!problems.isEmpty()) {
            throw new PolicyException(problems);
        }
        return policy;
    }

    private List<String> names(JsonNode root, String field) {
        JsonNode value = root.path(field);
        if (value.isMissingNode()) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        value.forEach(entry -> names.add(entry.isTextual() ? entry.textValue().strip() : ""));
        if (!value.isArray() || names.isEmpty() || names.contains("")) {
            problem("'" + field + "' must be a list of names, such as [a, b].", field);
        }
        return names;
    }

    private int least(JsonNode root, String field, String what) {
        JsonNode value = root.path(field);
        if (value.isMissingNode()) {
            return 0;
        }
        if (!value.isInt() || value.intValue() < 1) {
            problem("'" + field + "' must be " + what + ", a whole number of at least 1.", field);
        }
        return value.intValue();
    }

    private Map<String, Optional<Double>> gates(JsonNode value) {
        Map<String, Optional<Double>> gates = new LinkedHashMap<>();
        if (value.isMissingNode()) {
            return gates;
        }
        if (!value.isObject() || value.isEmpty()) {
            problem("'gates' must have a threshold by kind of gate, such as distinct: 0.3.", "gates");
            return gates;
        }
        requireKnown(value, KINDS, "'gates'", "gates");
        value.properties().forEach(entry -> {
            JsonNode threshold = entry.getValue();
            boolean any = threshold.isTextual() && threshold.textValue().equals("any");
            if (!any && !(threshold.isNumber() && Double.isFinite(threshold.doubleValue()))) {
                problem("the threshold of " + entry.getKey() + " must be a number, or 'any'.", "gates", entry.getKey());
            } else if (!any && entry.getKey().equals("drift")) {
                problem("gates of drift have no threshold; write drift: any.", "gates", "drift");
            }
            gates.put(entry.getKey(), any ? Optional.empty() : Optional.of(threshold.doubleValue()));
        });
        return gates;
    }

    private Optional<Double> confidence(JsonNode root) {
        JsonNode value = root.path("confidence");
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        double level = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (!(level >= 0.5 && level <= 0.9999)) {
            problem("'confidence' must be a number from 0.5 to 0.9999.", "confidence");
        }
        return Optional.of(level);
    }

    private <E extends Enum<E> & Choice> Optional<E> choice(JsonNode root, String field, E[] values) {
        JsonNode value = root.path(field);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        Optional<E> chosen = Stream.of(values)
                .filter(one -> value.isTextual() && one.label().equals(value.textValue()))
                .findFirst();
        if (chosen.isEmpty()) {
            problem(
                    "'" + field + "' must be one of "
                            + Stream.of(values).map(Choice::label).collect(Collectors.joining(", ")) + ".",
                    field);
        }
        return chosen;
    }

    private Optional<List<String>> replay(JsonNode root) {
        JsonNode value = root.path("replay");
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (value.isTextual() && value.textValue().equals("never")) {
            return Optional.of(List.of());
        }
        List<String> digests = new ArrayList<>();
        value.forEach(entry -> digests.add(entry.asText().strip().toLowerCase(Locale.ROOT)));
        if (!value.isArray()
                || digests.isEmpty()
                || !digests.stream().allMatch(digest -> DIGEST.matcher(digest).matches())) {
            problem(
                    "'replay' must be 'never', or a list of the digests (64 hexadecimal digits) of answers that may be"
                            + " replayed.",
                    "replay");
        }
        return Optional.of(digests);
    }

    private Optional<Duration> maxAge(JsonNode root) {
        JsonNode value = root.path("max-age");
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        try {
            return Settings.MAX_AGE.read(value.asText());
        } catch (SettingsException e) {
            problem("'max-age' must be a span of time such as 12h or 30d.", "max-age");
            return Optional.empty();
        }
    }

    private void requireKnown(JsonNode entry, List<String> known, String what, String... path) {
        entry.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                String[] place = Stream.concat(Stream.of(path), Stream.of(name)).toArray(String[]::new);
                problem(what + " has no key '" + name + "'; its keys are " + String.join(", ", known) + ".", place);
            }
        });
    }

    private void problem(String what, String... path) {
        problems.add(yaml.at(path) + ": " + what);
    }

    private static String list(SortedSet<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.joining(", "));
    }
}
