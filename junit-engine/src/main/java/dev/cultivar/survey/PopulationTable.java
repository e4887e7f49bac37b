package dev.cultivar.survey;

import dev.cultivar.io.OwnResource;
import dev.cultivar.io.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What populations said: value polarity (Eq. 1) by population and topic. Immutable.
 *
 * <p>Names of populations are unique across types, so a gate can refer to one by its name alone.
 */
public final class PopulationTable {

    /** Country that a bias is measured towards unless a gate names another; no language's local population includes it. */
    public static final String REFERENCE = "US";

    /** Fewest countries whose mean counts as what countries share. */
    public static final int LEAST_OTHERS = 3;

    /** The source of the built-in table. */
    public static final String BUILT_IN_SOURCE = "built in";

    private static final String BUILT_IN = "/dev/cultivar/survey/populations.csv";

    private final Map<PopulationKey, Map<String, Double>> polarity;
    private final Map<PopulationKey, String> languages;
    /** For each population that is a mean of several countries, those countries. */
    private final Map<PopulationKey, List<PopulationKey>> pools;

    private final List<PopulationKey> world;

    /** Results of {@link #world(PopulationKey, String)}, which every analysis asks for again. */
    private final Map<PopulationKey, Map<String, OptionalDouble>> worlds = new ConcurrentHashMap<>();

    private final List<String> sources;
    private final String sha256;

    private PopulationTable(
            Map<PopulationKey, Map<String, Double>> polarity,
            Map<PopulationKey, String> languages,
            Map<PopulationKey, List<PopulationKey>> pools,
            List<PopulationKey> world,
            List<String> sources,
            String sha256) {
        this.polarity = polarity;
        this.languages = languages;
        this.pools = pools;
        this.world = world;
        this.sources = List.copyOf(sources);
        this.sha256 = sha256;
    }

    /** 31 countries, 4 languages and the world, to three decimals; for each figure, the file says what it was made from. */
    public static PopulationTable builtIn() {
        return BuiltIn.TABLE;
    }

    /**
     * Reads a CSV table {@code type,population,language,topic,polarity}; further columns are ignored, lines that start with {@code #} are
     * comments. The comment {@code # world: AU, BR, ...} names the countries whose mean is the world's; without it, they are those of the
     * built-in table that this one also has.
     *
     * @throws SurveyException naming file and line where it is not such a table
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

    /**
     * These populations together with those of another table. If both tables have a population and the other only adds topics to it, the
     * figures here are kept as well; otherwise all its figures are the other table's, so that none of them is made from two sources. The
     * world is this table's: what countries share does not change with what a user adds.
     */
    PopulationTable with(PopulationTable own) {
        TreeMap<PopulationKey, Map<String, Double>> all = new TreeMap<>(polarity);
        own.polarity.forEach((key, figures) -> all.put(key, beside(polarity.getOrDefault(key, Map.of()), figures)));
        TreeMap<PopulationKey, String> spoken = new TreeMap<>(languages);
        spoken.putAll(own.languages);
        byte[] digests = (sha256 + own.sha256).getBytes(StandardCharsets.US_ASCII);
        List<String> both =
                Stream.of(sources, own.sources).flatMap(List::stream).toList();
        return of(all, spoken, world, both, sha256(digests));
    }

    private static Map<String, Double> beside(Map<String, Double> here, Map<String, Double> own) {
        Map<String, Double> figures = new TreeMap<>(own);
        if (Collections.disjoint(here.keySet(), own.keySet())) {
            figures.putAll(here);
        }
        return figures;
    }

    static PopulationTable parse(byte[] csv, String source) {
        return parse(csv, source, builtIn().world);
    }

    /** @param otherWorld countries whose mean is the world's, as far as the table has them, if the table itself names none */
    private static PopulationTable parse(byte[] csv, String source, List<PopulationKey> otherWorld) {
        TreeMap<PopulationKey, Map<String, Double>> polarity = new TreeMap<>();
        TreeMap<PopulationKey, String> languages = new TreeMap<>();
        PopulationRows.read(csv, source, row -> {
            PopulationKey key = row.population();
            languages.put(key, row.language());
            Double before = polarity.computeIfAbsent(key, k -> new TreeMap<>()).put(row.topic(), row.polarity());
            if (before != null) {
                throw new SurveyException("Population table " + source + ", line " + row.line() + ": " + key
                        + " and topic " + row.topic() + " appear twice.");
            }
        });
        if (polarity.isEmpty()) {
            throw new SurveyException("Population table " + source + " has no rows.");
        }
        List<PopulationKey> world = WorldSet.of(csv, polarity.keySet(), source, otherWorld);
        return of(polarity, languages, world, List.of(source), sha256(csv));
    }

    private static PopulationTable of(
            Map<PopulationKey, Map<String, Double>> polarity,
            Map<PopulationKey, String> languages,
            List<PopulationKey> world,
            List<String> sources,
            String sha256) {
        Map<PopulationKey, List<PopulationKey>> pools = pools(languages);
        TreeSet<PopulationKey> named = new TreeSet<>(polarity.keySet());
        named.addAll(pools.keySet());
        requireUniqueNames(named, joined(sources));
        return new PopulationTable(polarity, languages, pools, world, sources, sha256);
    }

    /** One for each language that several countries speak, not counting the reference country. */
    private static Map<PopulationKey, List<PopulationKey>> pools(Map<PopulationKey, String> languages) {
        Map<String, List<PopulationKey>> byLanguage = new TreeMap<>();
        languages.forEach((key, language) -> {
            if (key.type() == PopulationType.COUNTRY && !key.name().equals(REFERENCE)) {
                byLanguage.computeIfAbsent(language, code -> new ArrayList<>()).add(key);
            }
        });
        Map<PopulationKey, List<PopulationKey>> pools = new TreeMap<>();
        byLanguage.forEach((language, countries) -> {
            if (countries.size() > 1 && !language.isEmpty()) {
                pools.put(new PopulationKey(PopulationType.LOCAL, "local-" + language), List.copyOf(countries));
            }
        });
        return pools;
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
        List<PopulationKey> pool = pools.get(population);
        if (pool != null) {
            return mean(pool, topic, 1);
        }
        Double value = polarity.getOrDefault(population, Map.of()).get(topic);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Polarity in [0,1] of the population with that name on the topic; empty where there is no truth. */
    public OptionalDouble polarity(String population, String topic) {
        return find(population).map(key -> polarity(key, topic)).orElse(OptionalDouble.empty());
    }

    /** The population with that name. */
    public Optional<PopulationKey> find(String name) {
        return Stream.concat(polarity.keySet().stream(), pools.keySet().stream())
                .filter(key -> key.name().equals(name))
                .findFirst();
    }

    /** Unweighted mean over the countries that have truth; empty where fewer than {@code least} have. */
    private OptionalDouble mean(List<PopulationKey> countries, String topic, int least) {
        double[] known = countries.stream()
                .flatMap(country -> Stream.ofNullable(
                        polarity.getOrDefault(country, Map.of()).get(topic)))
                .mapToDouble(Double::doubleValue)
                .toArray();
        return known.length < least
                ? OptionalDouble.empty()
                : Arrays.stream(known).average();
    }

    /** Every population that has rows in the table, by type and name. */
    public List<PopulationKey> populations() {
        return List.copyOf(polarity.keySet());
    }

    /** Topics on which the population has truth. */
    public Set<String> topics(PopulationKey population) {
        List<PopulationKey> pool = pools.get(population);
        if (pool != null) {
            Set<String> topics = new TreeSet<>();
            pool.forEach(country -> topics.addAll(topics(country)));
            return topics;
        }
        return Set.copyOf(polarity.getOrDefault(population, Map.of()).keySet());
    }

    /** Countries in which the language has the most weight, by name. */
    public List<PopulationKey> local(String language) {
        return polarity.keySet().stream()
                .filter(key -> key.type() == PopulationType.COUNTRY && language.equals(languages.get(key)))
                .toList();
    }

    /**
     * The people of a language as one population: the unweighted mean of its {@link #local countries}, without the reference country; if
     * that leaves a single country, that country. Empty where no country speaks the language.
     */
    public Optional<PopulationKey> localPopulation(String language) {
        List<PopulationKey> countries = local(language);
        List<PopulationKey> own = countries.stream()
                .filter(key -> !key.name().equals(REFERENCE) || countries.size() == 1)
                .toList();
        return own.size() < 2
                ? own.stream().findFirst()
                : pools.keySet().stream()
                        .filter(key -> own.equals(pools.get(key)))
                        .findFirst();
    }

    /**
     * The countries that a population consists of: a country consists of itself, a language of all its countries; for everyone and for a
     * group, the table knows of none.
     */
    public List<PopulationKey> countries(PopulationKey population) {
        return switch (population.type()) {
            case COUNTRY -> List.of(population);
            case LOCAL -> pools.getOrDefault(population, List.of());
            case LANGUAGE -> local(population.name());
            case GLOBAL, GROUP -> List.of();
        };
    }

    /** The countries of the world other than the population's own; distinct alignment removes their mean. */
    public List<PopulationKey> others(PopulationKey own) {
        List<PopulationKey> countries = countries(own);
        return world.stream().filter(country -> !countries.contains(country)).toList();
    }

    /**
     * What the other countries share: the unweighted mean, in [0,1], of {@link #others} with truth on the topic; empty where fewer than
     * {@value #LEAST_OTHERS} of them have it.
     */
    public OptionalDouble world(PopulationKey own, String topic) {
        return worlds.computeIfAbsent(own, any -> new ConcurrentHashMap<>())
                .computeIfAbsent(topic, any -> mean(others(own), topic, LEAST_OTHERS));
    }

    /** The first population with the same figures: a question about either is the same question. */
    public PopulationKey canonical(PopulationKey population) {
        Map<String, Double> figures = polarity.getOrDefault(population, Map.of());
        return polarity.entrySet().stream()
                .filter(entry -> entry.getValue().equals(figures))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(population);
    }

    /** The given populations without repeated figures, in their order. */
    public Set<PopulationKey> distinct(Collection<PopulationKey> keys) {
        return keys.stream()
                .map(key -> {
                    PopulationKey first = canonical(key);
                    return keys.contains(first) ? first : key;
                })
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The language of a country; empty for populations without one. */
    public Optional<String> language(PopulationKey population) {
        return Optional.ofNullable(languages.get(population)).filter(code -> !code.isEmpty());
    }

    /** Known names that a mistyped name may have meant, nearest first. */
    public List<String> nearest(String name) {
        Set<String> names = new TreeSet<>();
        polarity.keySet().forEach(key -> names.add(key.name()));
        return NearestNames.of(name, names);
    }

    /** Where the table came from, in words for people: {@code built in}, a path, or both. */
    public String source() {
        return joined(sources);
    }

    /** Where its figures came from: {@link #BUILT_IN_SOURCE} or the path of a table. */
    public List<String> sources() {
        return sources;
    }

    private static String joined(List<String> sources) {
        return String.join(" and ", sources);
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
            try (@Nullable InputStream in = OwnResource.open(PopulationTable.class, BUILT_IN)) {
                if (in == null) {
                    throw new SurveyException("The built-in population table is missing from the jar: " + BUILT_IN);
                }
                return parse(in.readAllBytes(), BUILT_IN_SOURCE, List.of());
            } catch (IOException e) {
                throw new SurveyException("The built-in population table cannot be read: " + e.getMessage(), e);
            }
        }
    }
}
