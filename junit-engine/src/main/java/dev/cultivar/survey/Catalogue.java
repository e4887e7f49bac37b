package dev.cultivar.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The topics that a run can ask about, and named lists of them. Immutable. */
public final class Catalogue {

    /** Name of the list of every distinct built-in topic. */
    public static final String DEFAULT_LIST = "wvs7";

    private static final String BUILT_IN = "/dev/cultivar/survey/catalogue.yaml";

    private final Map<String, Topic> topics;
    private final Map<String, List<Topic>> lists;

    private Catalogue(Map<String, Topic> topics, Map<String, List<Topic>> lists) {
        this.topics = topics;
        this.lists = lists;
    }

    /** The topics that come with Cultivar. */
    public static Catalogue builtIn() {
        return BuiltIn.CATALOGUE;
    }

    /**
     * The user's own catalogue, or the built-in one.
     *
     * @throws SurveyException where the user's own cannot be read
     */
    public static Catalogue of(Optional<Path> file) {
        if (file.isEmpty()) {
            return builtIn();
        }
        try (InputStream in = Files.newInputStream(file.get())) {
            return read(in, file.get().toString());
        } catch (IOException e) {
            throw new SurveyException(
                    "Catalogue " + file.get() + " cannot be read ("
                            + e.getClass().getSimpleName() + "). Check the path given as cultivar.catalogue.",
                    e);
        }
    }

    /**
     * Reads a catalogue in the format of the built-in one.
     *
     * @param in YAML, UTF-8
     * @param source what to call it in messages
     * @throws SurveyException where it is no catalogue, naming the place
     */
    public static Catalogue read(InputStream in, String source) {
        YAMLMapper mapper = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        try {
            CatalogueFile file = mapper.readValue(in, CatalogueFile.class);
            return of(file, source);
        } catch (JsonProcessingException e) {
            throw new SurveyException(
                    "Catalogue " + source + " is not readable: " + e.getOriginalMessage()
                            + (e.getLocation() == null
                                    ? ""
                                    : " (line " + e.getLocation().getLineNr() + ")"),
                    e);
        } catch (IOException | IllegalArgumentException e) {
            throw new SurveyException("Catalogue " + source + " is not usable: " + e.getMessage(), e);
        }
    }

    private static Catalogue of(CatalogueFile file, String source) {
        Map<String, Topic> topics = new LinkedHashMap<>();
        file.topics().forEach((key, entry) -> topics.put(key, entry.toTopic(key)));
        Map<String, List<Topic>> lists = new LinkedHashMap<>();
        file.catalogues().forEach((name, keys) -> {
            Set<String> seen = new LinkedHashSet<>(keys);
            for (String key : seen) {
                if (!topics.containsKey(key)) {
                    throw new SurveyException("Catalogue " + source + ": list " + name + " names topic " + key
                            + ", which has no entry under 'topics'.");
                }
            }
            lists.put(name, seen.stream().map(topics::get).toList());
        });
        return new Catalogue(topics, lists);
    }

    /** The topic of that key, if there is one. */
    public Optional<Topic> topic(String key) {
        return Optional.ofNullable(topics.get(key));
    }

    /** Every topic, in the catalogue's order. */
    public List<Topic> topics() {
        return List.copyOf(topics.values());
    }

    /** The topics of a named list, if there is one. */
    public Optional<List<Topic>> list(String name) {
        return Optional.ofNullable(lists.get(name));
    }

    /** Names of the lists. */
    public Set<String> listNames() {
        return Set.copyOf(lists.keySet());
    }

    /** Known keys that a mistyped one may have meant, nearest first. */
    public List<String> nearest(String key) {
        return NearestNames.of(key, topics.keySet());
    }

    private static final class BuiltIn {
        static final Catalogue CATALOGUE = load();

        private static Catalogue load() {
            try (@Nullable InputStream in = Catalogue.class.getResourceAsStream(BUILT_IN)) {
                if (in == null) {
                    throw new SurveyException("The built-in catalogue is missing from the jar: " + BUILT_IN);
                }
                return read(in, "built in");
            } catch (IOException e) {
                throw new SurveyException("The built-in catalogue cannot be read: " + e.getMessage(), e);
            }
        }
    }
}
