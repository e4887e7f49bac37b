package dev.cultivar.survey;

import dev.cultivar.io.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What populations said: value polarity (Eq. 1) by population and topic. Immutable.
 *
 * <p>Names of populations are unique over types, so that a gate may name one by its name alone.
 */
public final class PopulationTable {

    private static final String BUILT_IN = "/dev/cultivar/survey/populations.csv";

    private final Map<PopulationKey, Map<String, Double>> polarity;
    private final Map<PopulationKey, String> languages;
    private final String source;
    private final String sha256;

    private PopulationTable(
            Map<PopulationKey, Map<String, Double>> polarity,
            Map<PopulationKey, String> languages,
            String source,
            String sha256) {
        this.polarity = polarity;
        this.languages = languages;
        this.source = source;
        this.sha256 = sha256;
    }

    /** 31 countries, 4 languages and the world, three decimals; the file says of each figure what it was made from. */
    public static PopulationTable builtIn() {
        return BuiltIn.TABLE;
    }

    /**
     * Reads a CSV table {@code type,population,language,topic,polarity}; further columns are ignored, lines that start
     * with {@code #} are comments.
     *
     * @throws SurveyException naming file and line where it is no such table
     */
    public static PopulationTable read(Path file) {
        try {
            return parse(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw new SurveyException(
                    "Population table " + file + " cannot be read ("
                            + e.getClass().getSimpleName() + "). Check the path given as cultivar.populations.",
                    e);
        }
    }

    /** These populations and those of another table beside them; one that both have is the other's, with all its figures. */
    PopulationTable with(PopulationTable own) {
        TreeMap<PopulationKey, Map<String, Double>> all = new TreeMap<>(polarity);
        all.putAll(own.polarity);
        TreeMap<PopulationKey, String> spoken = new TreeMap<>(languages);
        spoken.putAll(own.languages);
        String sources = source + " and " + own.source;
        requireUniqueNames(all.keySet(), sources);
        byte[] digests = (sha256 + own.sha256).getBytes(StandardCharsets.US_ASCII);
        return new PopulationTable(all, spoken, sources, sha256(digests));
    }

    static PopulationTable parse(byte[] csv, String source) {
        TreeMap<PopulationKey, Map<String, Double>> polarity = new TreeMap<>();
        TreeMap<PopulationKey, String> languages = new TreeMap<>();
        PopulationRows.read(csv, source, row -> {
            PopulationKey key = row.population();
            languages.put(key, row.language());
            Double before = polarity.computeIfAbsent(key, k -> new TreeMap<>()).put(row.topic(), row.polarity());
            if (before != null) {
                throw new SurveyException("Population table " + source + ", line " + row.line() + ": " + key
                        + " and topic " + row.topic() + " stand there twice.");
            }
        });
        if (polarity.isEmpty()) {
            throw new SurveyException("Population table " + source + " has no rows.");
        }
        requireUniqueNames(polarity.keySet(), source);
        return new PopulationTable(polarity, languages, source, sha256(csv));
    }

    private static void requireUniqueNames(Set<PopulationKey> keys, String source) {
        TreeMap<String, PopulationKey> byName = new TreeMap<>();
        for (PopulationKey key : keys) {
            PopulationKey other = byName.put(key.name(), key);
            if (other != null) {
                throw new SurveyException("Population table " + source + ": the name " + key.name() + " is used for a "
                        + other.type() + " and a " + key.type() + "; rename one.");
            }
        }
    }

    /** Polarity in [0,1] of the population on the topic; empty where there is no truth. */
    public OptionalDouble polarity(PopulationKey population, String topic) {
        Double value = polarity.getOrDefault(population, Map.of()).get(topic);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Polarity in [0,1] of the population of that name on the topic; empty where there is no truth. */
    public OptionalDouble polarity(String population, String topic) {
        return find(population).map(key -> polarity(key, topic)).orElse(OptionalDouble.empty());
    }

    /** The population of that name. */
    public Optional<PopulationKey> find(String name) {
        return polarity.keySet().stream().filter(key -> key.name().equals(name)).findFirst();
    }

    /** Every population, by type and name. */
    public List<PopulationKey> populations() {
        return List.copyOf(polarity.keySet());
    }

    /** Topics on which the population has truth. */
    public Set<String> topics(PopulationKey population) {
        return Set.copyOf(polarity.getOrDefault(population, Map.of()).keySet());
    }

    /** Countries in which the language is the one with the most weight, by name. */
    public List<PopulationKey> local(String language) {
        return polarity.keySet().stream()
                .filter(key -> key.type() == PopulationType.COUNTRY && language.equals(languages.get(key)))
                .toList();
    }

    /** The language of a country; empty for populations without one. */
    public Optional<String> language(PopulationKey population) {
        return Optional.ofNullable(languages.get(population)).filter(code -> !code.isEmpty());
    }

    /** Known names that a mistyped one may have meant, nearest first. */
    public List<String> nearest(String name) {
        Set<String> names = new TreeSet<>();
        polarity.keySet().forEach(key -> names.add(key.name()));
        return NearestNames.of(name, names);
    }

    /** Where the table came from: {@code built in} or a path. */
    public String source() {
        return source;
    }

    /** SHA-256 of the table's file, in hexadecimal. */
    public String sha256() {
        return sha256;
    }

    private static String sha256(byte[] bytes) {
        return Sha256.of(bytes).hex();
    }

    private static final class BuiltIn {
        static final PopulationTable TABLE = load();

        private static PopulationTable load() {
            try (InputStream in = PopulationTable.class.getResourceAsStream(BUILT_IN)) {
                if (in == null) {
                    throw new SurveyException("The built-in population table is missing from the jar: " + BUILT_IN);
                }
                return parse(in.readAllBytes(), "built in");
            } catch (IOException e) {
                throw new SurveyException("The built-in population table cannot be read: " + e.getMessage(), e);
            }
        }
    }
}
