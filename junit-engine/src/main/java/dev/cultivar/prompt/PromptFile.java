package dev.cultivar.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.text.YamlText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads a language file's YAML and reports everything that is wrong with it at once. A sentence is text, or an object with a
 * {@code status}.
 *
 * <p>A file without templates extends its language's built-in book: it takes over the templates, forms and wordings, and adds its own.
 */
final class PromptFile {

    private static final String REVIEWED = "reviewed";
    private static final String UNREVIEWED = "unreviewed";
    private static final List<String> KEYS =
            List.of("language", "name", "english-name", REVIEWED, "version", "forms", "templates", "wordings");
    private static final String ONE_FORM = "topic";

    private final YamlText yaml;
    private final JsonNode root;
    private final Optional<PromptBook> base;
    private final List<String> forms;
    private final List<String> problems = new ArrayList<>();

    private PromptFile(YamlText yaml, Optional<PromptBook> base) {
        this.yaml = yaml;
        this.root = yaml.root();
        this.base = base;
        this.forms = forms();
    }

    /**
     * The book in the file.
     *
     * @param builtIn finds a language's built-in book, for a file without templates to extend
     * @throws PromptException with every problem found
     */
    static PromptBook read(YamlText yaml, Function<String, Optional<PromptBook>> builtIn) {
        boolean alone = yaml.root().has("templates");
        Optional<PromptBook> base = alone
                ? Optional.empty()
                : builtIn.apply(yaml.root().path("language").asText(""));
        return new PromptFile(yaml, base).read();
    }

    private PromptBook read() {
        for (Iterator<String> keys = root.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!KEYS.contains(key)) {
                problem(
                        "the file has an unknown key" + " '" + key + "'; the keys are " + String.join(", ", KEYS) + ".",
                        key);
            }
        }
        String language = text("language", Optional.empty());
        String name = text("name", base.map(PromptBook::name));
        String englishName = text("english-name", base.map(PromptBook::englishName));
        int version = version();
        SortedMap<String, String> templates = templates();
        Map<String, Map<Slot, Wording>> wordings = new HashMap<>();
        base.ifPresent(book -> wordings.putAll(book.wordings()));
        section("wordings").forEach((topic, slots) -> wordings.put(topic, topic(topic, slots)));
        Optional<Review> review = review();
        if (!problems.isEmpty()) {
            throw new PromptException(problems);
        }
        return new PromptBook(language, name, englishName, review, version, templates, wordings);
    }

    private List<String> forms() {
        List<String> declared = new ArrayList<>();
        root.path("forms").forEach(form -> declared.add(form.asText()));
        if (declared.isEmpty()) {
            base.flatMap(book -> book.wordings().values().stream()
                            .flatMap(slots -> slots.values().stream())
                            .findFirst())
                    .ifPresent(wording -> {
                        declared.add(wording.defaultForm());
                        new TreeSet<>(wording.forms().keySet())
                                .stream()
                                        .filter(form -> !form.equals(wording.defaultForm()))
                                        .forEach(declared::add);
                    });
        }
        return declared.isEmpty() ? List.of(ONE_FORM) : List.copyOf(declared);
    }

    private String text(String key, Optional<String> inherited) {
        String text = root.path(key).asText("").strip();
        if (!text.isEmpty()) {
            return text;
        }
        if (inherited.isEmpty()) {
            problem("the file has no '" + key + "'.", key);
        }
        return inherited.orElse("");
    }

    private int version() {
        JsonNode version = root.path("version");
        if (version.isMissingNode() && base.isPresent()) {
            return base.get().version();
        }
        if (!version.isIntegralNumber()) {
            problem("the file needs 'version', a whole number that rises when a sentence changes.", "version");
        }
        return version.asInt();
    }

    private Map<String, JsonNode> section(String key) {
        JsonNode section = root.path(key);
        if (!section.isObject() && (!section.isMissingNode() || base.isEmpty())) {
            problem("the file has no '" + key + "'" + (key.equals("templates") ? without() : "") + ".", key);
        }
        Map<String, JsonNode> entries = new TreeMap<>();
        section.properties().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        return entries;
    }

    private String without() {
        return ", and there is no built-in language '" + root.path("language").asText("")
                + "' whose templates it could use";
    }

    private SortedMap<String, String> templates() {
        if (base.isPresent()) {
            return new TreeMap<>(base.get().templates());
        }
        SortedMap<String, String> templates = new TreeMap<>();
        section("templates").forEach((id, entry) -> templates.put(id, template(id, sentence(entry))));
        return templates;
    }

    private String template(String id, String text) {
        List<String> used = Wording.placeholders(text, forms.get(0));
        if (used.isEmpty()) {
            problem("template " + id + " has no {topic}.", "templates", id);
        }
        for (String form : used) {
            if (!forms.contains(form)) {
                problem(
                        "template " + id + " asks for form '" + form + "', but forms are " + forms + ".",
                        "templates",
                        id);
            }
        }
        return text.strip();
    }

    private Map<Slot, Wording> topic(String topic, JsonNode slots) {
        Map<Slot, Wording> wordings = new EnumMap<>(Slot.class);
        Set<String> seen = new HashSet<>();
        entries(topic, slots).forEach((slot, entry) -> {
            Wording wording = wording(topic, slot, entry);
            String first = wording.forms().getOrDefault(forms.get(0), "");
            if (!first.isEmpty() && !seen.add(first)) {
                problem("topic " + topic + " has the same wording twice: " + entry, "wordings", topic, slot.label());
            }
            wordings.put(slot, wording);
        });
        return wordings;
    }

    private Map<Slot, JsonNode> entries(String topic, JsonNode slots) {
        Map<Slot, JsonNode> entries = new EnumMap<>(Slot.class);
        if (!slots.isObject()) {
            problem(
                    "topic " + topic + " must have a wording for each slot: "
                            + Arrays.stream(Slot.values())
                                    .map(slot -> slot.label() + ": …")
                                    .collect(Collectors.joining(", ", "{", "}"))
                            + ".",
                    "wordings",
                    topic);
            return entries;
        }
        for (Iterator<String> labels = slots.fieldNames(); labels.hasNext(); ) {
            String label = labels.next();
            Slot.of(label)
                    .ifPresentOrElse(
                            slot -> entries.put(slot, slots.get(label)),
                            () -> problem(
                                    "topic " + topic + " has a slot '" + label + "'; slots are "
                                            + Arrays.stream(Slot.values())
                                                    .map(Slot::label)
                                                    .collect(Collectors.joining(", "))
                                            + ".",
                                    "wordings",
                                    topic,
                                    label));
        }
        return entries;
    }

    private Wording wording(String topic, Slot slot, JsonNode entry) {
        Map<String, String> texts = new HashMap<>();
        for (String form : forms) {
            String text = entry.isTextual() && forms.size() == 1
                    ? entry.asText()
                    : entry.path(form).asText("");
            if (text.isBlank()) {
                problem(
                        "a wording of topic " + topic + " lacks the form '" + form + "': " + entry,
                        "wordings",
                        topic,
                        slot.label());
            }
            texts.put(form, text.strip());
        }
        return new Wording(texts, forms.get(0));
    }

    /**
     * A signature covers every sentence, so no sentence may still be marked unreviewed, and a book that is taken over must be signed too.
     */
    private Optional<Review> review() {
        if (!root.has(REVIEWED)) {
            if (base.isEmpty()) {
                problem("the file has no '" + REVIEWED + "'.", REVIEWED);
            }
            return Optional.empty();
        }
        Optional<Review> review = Optional.empty();
        try {
            review = Review.of(root.path(REVIEWED), "Language file " + yaml.at(REVIEWED));
        } catch (PromptException e) {
            problems.addAll(e.problems());
        }
        for (JsonNode sentence : sentences()) {
            String status = sentence.path("status").asText("");
            if (!status.isEmpty() && !status.equals(REVIEWED) && !status.equals(UNREVIEWED)) {
                problem(
                        "status '" + status + "' of " + sentence + " must be " + REVIEWED + " or " + UNREVIEWED + ".",
                        REVIEWED);
            }
            if (review.isPresent() && status.equals(UNREVIEWED)) {
                problem(
                        "the file is signed by " + review.get().by() + ", but a sentence is still " + UNREVIEWED + ": "
                                + sentence + ". Read it and set its status, or write reviewed: no.",
                        REVIEWED);
            }
        }
        return base.isPresent() && !base.get().reviewed() ? Optional.empty() : review;
    }

    private List<JsonNode> sentences() {
        List<JsonNode> all = new ArrayList<>();
        root.path("templates").forEach(all::add);
        root.path("wordings").forEach(slots -> slots.forEach(all::add));
        return all;
    }

    private static String sentence(JsonNode entry) {
        return entry.isTextual() ? entry.asText() : entry.path("text").asText("");
    }

    private void problem(String text, String... path) {
        problems.add("Language file " + yaml.at(path) + ": " + text);
    }
}
