package dev.cultivar.survey;

import dev.cultivar.io.OwnResource;
import dev.cultivar.text.MalformedYamlException;
import dev.cultivar.text.YamlText;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The topics that a run can ask about, and named lists of them. Immutable. */
public final class Catalogue {

    /** Name of the list of every distinct built-in topic. */
    public static final String DEFAULT_LIST = "wvs7";

    /** Start of the name of a list that holds the topics of one kind, for example {@code kind-norm}. */
    public static final String KIND_LIST = "kind-";

    private static final String BUILT_IN = "/dev/cultivar/survey/catalogue.yaml";

    private final Map<String, Topic> topics;
    private final Map<String, List<Topic>> lists;
    /** Topics that were read last: the user's own, if there is a file of them. */
    private final Map<String, Topic> own;

    private Catalogue(Map<String, Topic> topics, Map<String, List<Topic>> lists, Map<String, Topic> own) {
        this.topics = topics;
        this.lists = lists;
        this.own = own;
    }

    /** The topics that come with Cultivar. */
    public static Catalogue builtIn() {
        return BuiltIn.CATALOGUE;
    }

    /**
     * The built-in catalogue together with the user's own topics and lists; where both have a topic or list of the same name, the user's
     * counts.
     *
     * @throws SurveyException where the user's own file cannot be read or used, with every problem found
     */
    public static Catalogue of(Optional<Path> own) {
        if (own.isEmpty()) {
            return builtIn();
        }
        try (InputStream in = Files.newInputStream(own.get())) {
            return builtIn().with(in, own.get().toString());
        } catch (IOException e) {
            throw new SurveyException(
                    "Catalogue " + own.get() + " cannot be read ("
                            + e.getClass().getSimpleName() + "). Check the path given as cultivar.catalogue.",
                    e);
        }
    }

    /**
     * Reads a catalogue that stands alone.
     *
     * @param in YAML, UTF-8
     * @param source what to call it in messages
     * @throws SurveyException where it is not a catalogue, with every problem found
     */
    public static Catalogue read(InputStream in, String source) {
        return new Catalogue(Map.of(), Map.of(), Map.of()).with(in, source);
    }

    private Catalogue with(InputStream in, String source) {
        CatalogueFile.Contents own;
        try {
            own = CatalogueFile.read(YamlText.read(in, source), topics.keySet());
        } catch (MalformedYamlException e) {
            throw new SurveyException("Catalogue " + e.getMessage(), e);
        } catch (IOException e) {
            throw new SurveyException("Catalogue " + source + " cannot be read: " + e.getMessage(), e);
        }
        Map<String, Topic> all = new LinkedHashMap<>(topics);
        all.putAll(own.topics());
        Map<String, List<Topic>> named = new LinkedHashMap<>();
        lists.forEach((name, of) -> {
            if (!name.startsWith(KIND_LIST)) {
                named.put(
                        name,
                        of.stream()
                                .map(topic -> all.getOrDefault(topic.key(), topic))
                                .toList());
            }
        });
        own.lists()
                .forEach((name, keys) -> named.put(
                        name,
                        keys.stream()
                                .flatMap(key -> Stream.ofNullable(all.get(key)))
                                .toList()));
        kinds(own.topics(), named).forEach(named::putIfAbsent);
        return new Catalogue(all, named, own.topics());
    }

    /** One list per kind, from the default list's topics and the user's own, so that no list asks a question twice. */
    private Map<String, List<Topic>> kinds(Map<String, Topic> own, Map<String, List<Topic>> lists) {
        Set<Topic> distinct = new LinkedHashSet<>(lists.getOrDefault(DEFAULT_LIST, List.copyOf(own.values())));
        if (!topics.isEmpty()) {
            distinct.addAll(own.values());
        }
        return distinct.stream()
                .collect(Collectors.groupingBy(topic -> KIND_LIST + topic.kind().label()));
    }

    /** The topics that the user's own file states, without lists; this catalogue itself where there is no such file or it states none. */
    public Catalogue own() {
        return own.isEmpty() ? this : new Catalogue(own, Map.of(), own);
    }

    /** The topic with that key, if there is one. */
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

    /** Known keys that a mistyped key may have meant, nearest first. */
    public List<String> nearest(String key) {
        return NearestNames.of(key, topics.keySet());
    }

    private static final class BuiltIn {
        static final Catalogue CATALOGUE = load();

        private static Catalogue load() {
            try (@Nullable InputStream in = OwnResource.open(Catalogue.class, BUILT_IN)) {
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
