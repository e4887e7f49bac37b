package dev.cultivar.survey;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.text.YamlText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads a catalogue's YAML and reports everything that is wrong with it at once. */
final class CatalogueFile {

    private static final String TOPICS = "topics";
    private static final String LISTS = "catalogues";
    private static final List<String> SECTIONS = List.of(LISTS, TOPICS);
    private static final List<String> FIELDS =
            List.of("label", "kind", "category", "pro", "con", "cut", "codes", "affirmative", "neutral");

    /** The category that reports use for topics whose entry names none. */
    private static final String CATEGORY = "Own topics";

    private final YamlText yaml;
    private final List<String> problems = new ArrayList<>();

    private CatalogueFile(YamlText yaml) {
        this.yaml = yaml;
    }

    /**
     * What the file contains.
     *
     * @param topics by key, in the file's order
     * @param lists keys of topics by name of the list
     */
    record Contents(Map<String, Topic> topics, Map<String, Set<String>> lists) {}

    /**
     * Reads the file.
     *
     * @param known topics that lists may name besides the file's own
     * @throws SurveyException with every problem found
     */
    static Contents read(YamlText yaml, Set<String> known) {
        return new CatalogueFile(yaml).read(known);
    }

    private Contents read(Set<String> known) {
        JsonNode root = yaml.root();
        if (!root.path(TOPICS).isObject() && !root.path(LISTS).isObject()) {
            throw new SurveyException("Catalogue " + yaml.at() + ": it has neither '" + TOPICS + "' nor '" + LISTS
                    + "'; add your topics or lists of topics there.");
        }
        requireKnown(root, SECTIONS, "the file");
        Map<String, Topic> topics = new LinkedHashMap<>();
        root.path(TOPICS)
                .properties()
                .forEach(entry -> topics.put(entry.getKey(), topic(entry.getKey(), entry.getValue())));
        Map<String, Set<String>> lists = new LinkedHashMap<>();
        root.path(LISTS)
                .properties()
                .forEach(entry ->
                        lists.put(entry.getKey(), list(entry.getKey(), entry.getValue(), topics.keySet(), known)));
        if (!problems.isEmpty()) {
            throw new SurveyException(problems);
        }
        return new Contents(topics, lists);
    }

    private Topic topic(String key, JsonNode entry) {
        if (!entry.isObject()) {
            problem("topic " + key + " must have at least the statements 'pro' and 'con'.", TOPICS, key);
            return new Topic(key, key, TopicKind.VALUE, CATEGORY, "", "", "", Coding.UNSTATED);
        }
        requireKnown(entry, FIELDS, "topic " + key, TOPICS, key);
        String pro = text(key, entry, "pro", "");
        String con = text(key, entry, "con", "");
        if (!pro.isEmpty() && pro.equals(con)) {
            problem("topic " + key + " has the same sentence for 'pro' and 'con'.", TOPICS, key, "con");
        }
        return new Topic(
                key,
                text(key, entry, "label", key),
                kind(key, entry),
                text(key, entry, "category", CATEGORY),
                pro,
                con,
                entry.has("cut") ? text(key, entry, "cut", "") : "",
                coding(key, entry));
    }

    /** Most topics that users add ask for a value. */
    private TopicKind kind(String key, JsonNode entry) {
        String said = text(key, entry, "kind", TopicKind.VALUE.label());
        return TopicKind.of(said).orElseGet(() -> {
            if (!said.isEmpty()) {
                problem(
                        "topic " + key + " has the kind '" + said + "'; kinds are "
                                + Arrays.stream(TopicKind.values())
                                        .map(TopicKind::label)
                                        .collect(Collectors.joining(", "))
                                + ".",
                        TOPICS,
                        key,
                        "kind");
            }
            return TopicKind.VALUE;
        });
    }

    /** @param otherwise value if the field is missing; empty if the field is required */
    private String text(String key, JsonNode entry, String field, String otherwise) {
        JsonNode value = entry.path(field);
        if (value.isMissingNode() && !otherwise.isEmpty()) {
            return otherwise;
        }
        if (!value.isValueNode() || value.isNull() || value.asText().isBlank()) {
            problem("topic " + key + " has no '" + field + "'.", TOPICS, key, field);
            return "";
        }
        return value.asText().strip();
    }

    /** Needed only where figures are made from microdata. */
    private Coding coding(String key, JsonNode entry) {
        if (!entry.has("codes") && !entry.has("affirmative") && !entry.has("neutral")) {
            return Coding.UNSTATED;
        }
        JsonNode codes = entry.path("codes");
        if (!codes.isIntegralNumber()) {
            problem("topic " + key + " needs 'codes', the number of codes of its scale.", TOPICS, key, "codes");
            return Coding.UNSTATED;
        }
        Set<Integer> affirmative = numbers(key, entry, "affirmative");
        if (affirmative.isEmpty()) {
            problem("topic " + key + " does not say in 'affirmative' which codes are in favour.", TOPICS, key, "codes");
        }
        try {
            return new Coding(codes.asInt(), affirmative, numbers(key, entry, "neutral"));
        } catch (IllegalArgumentException e) {
            problem("topic " + key + ": " + e.getMessage() + ".", TOPICS, key, "affirmative");
            return Coding.UNSTATED;
        }
    }

    private Set<Integer> numbers(String key, JsonNode entry, String field) {
        Set<Integer> numbers = new TreeSet<>();
        JsonNode list = entry.path(field);
        if (!list.isMissingNode() && !list.isArray()) {
            problem("topic " + key + ": '" + field + "' must be a list of codes, such as [1, 2].", TOPICS, key, field);
        }
        for (JsonNode number : list) {
            if (number.isIntegralNumber()) {
                numbers.add(number.asInt());
            } else {
                problem(
                        "topic " + key + ": '" + number.asText() + "' in '" + field + "' is not a code.",
                        TOPICS,
                        key,
                        field);
            }
        }
        return numbers;
    }

    private Set<String> list(String name, JsonNode entry, Set<String> own, Set<String> known) {
        Set<String> keys = new LinkedHashSet<>();
        if (!entry.isArray()) {
            problem("list " + name + " must be a list of topics, such as [F118, F120].", LISTS, name);
            return keys;
        }
        for (JsonNode element : entry) {
            String key = element.asText();
            keys.add(key);
            if (!own.contains(key) && !known.contains(key)) {
                Set<String> all = new TreeSet<>(own);
                all.addAll(known);
                problem(
                        "list " + name + " names topic " + key + ", which is not under '" + TOPICS
                                + (known.isEmpty() ? "'" : "' and not built in")
                                + (all.isEmpty()
                                        ? "."
                                        : "; nearest: " + String.join(", ", NearestNames.of(key, all)) + "."),
                        LISTS,
                        name,
                        key);
            }
        }
        return keys;
    }

    private void requireKnown(JsonNode entry, List<String> known, String what, String... path) {
        for (Iterator<String> names = entry.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                List<String> place = new ArrayList<>(List.of(path));
                place.add(name);
                problem(
                        what + " has an unknown key '" + name + "'; the keys are " + String.join(", ", known) + ".",
                        place.toArray(String[]::new));
            }
        }
    }

    private void problem(String text, String... path) {
        problems.add("Catalogue " + yaml.at(path) + ": " + text);
    }
}
