package dev.cultivar.prompt;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A language file as its YAML has it. A sentence is text, or an object with a {@code status}. */
record PromptFile(
        @JsonProperty(required = true) String language,
        @JsonProperty(required = true) String name,

        @JsonProperty(value = "english-name", required = true)
        String englishName,

        @JsonProperty(required = true) JsonNode reviewed,
        @JsonProperty(required = true) int version,
        @Nullable List<String> forms,
        @JsonProperty(required = true) Map<String, JsonNode> templates,
        @JsonProperty(required = true) Map<String, JsonNode> wordings) {

    private static final String REVIEWED = "reviewed";
    private static final String UNREVIEWED = "unreviewed";

    PromptBook toBook(String source) {
        List<String> declared = forms == null || forms.isEmpty() ? List.of("topic") : forms;
        TreeMap<String, String> checked = new TreeMap<>();
        templates.forEach((id, text) -> checked.put(id, template(source, id, sentence(text), declared)));
        Map<String, Map<Slot, Wording>> byTopic = new HashMap<>();
        wordings.forEach((topic, slots) -> byTopic.put(topic, topic(source, topic, slots, declared)));
        return new PromptBook(language, name, englishName, review(source), version, checked, byTopic);
    }

    private static Map<Slot, Wording> topic(String source, String topic, JsonNode slots, List<String> declared) {
        Map<Slot, Wording> wordings = new EnumMap<>(Slot.class);
        Set<String> seen = new HashSet<>();
        entries(source, topic, slots).forEach((slot, entry) -> {
            Wording wording = wording(source, topic, entry, declared);
            if (!seen.add(wording.forms().get(declared.get(0)))) {
                throw new PromptException(source + ": topic " + topic + " has the same wording twice: " + entry);
            }
            wordings.put(slot, wording);
        });
        return wordings;
    }

    private static Map<Slot, JsonNode> entries(String source, String topic, JsonNode slots) {
        Map<Slot, JsonNode> entries = new EnumMap<>(Slot.class);
        if (slots.isArray() && slots.size() == Slot.values().length) {
            // Built-in files that are not rewritten yet; their wordings stand in the order of the slots.
            for (Slot slot : Slot.values()) {
                entries.put(slot, slots.get(slot.ordinal()));
            }
            return entries;
        }
        if (!slots.isObject()) {
            throw new PromptException(source + ": topic " + topic + " must have a wording for each slot: "
                    + Arrays.stream(Slot.values())
                            .map(slot -> slot.label() + ": …")
                            .collect(Collectors.joining(", ", "{", "}"))
                    + ".");
        }
        for (Iterator<String> labels = slots.fieldNames(); labels.hasNext(); ) {
            String label = labels.next();
            Slot slot = Slot.of(label)
                    .orElseThrow(() -> new PromptException(source + ": topic " + topic + " has a slot '" + label
                            + "'; slots are "
                            + Arrays.stream(Slot.values()).map(Slot::label).collect(Collectors.joining(", ")) + "."));
            entries.put(slot, slots.get(label));
        }
        return entries;
    }

    /** A signature covers every sentence, so none may still be said to be unreviewed. */
    private Optional<Review> review(String source) {
        Optional<Review> review = Review.of(reviewed, source);
        for (JsonNode sentence : sentences()) {
            String status = sentence.path("status").asText("");
            if (!status.isEmpty() && !status.equals(REVIEWED) && !status.equals(UNREVIEWED)) {
                throw new PromptException(source + ": status '" + status + "' of " + sentence + " must be " + REVIEWED
                        + " or " + UNREVIEWED + ".");
            }
            if (review.isPresent() && status.equals(UNREVIEWED)) {
                throw new PromptException(
                        source + " is signed by " + review.get().by() + ", but a sentence is still " + UNREVIEWED + ": "
                                + sentence + ". Read it and set its status, or write reviewed: no.");
            }
        }
        return review;
    }

    private List<JsonNode> sentences() {
        List<JsonNode> all = new ArrayList<>(templates.values());
        wordings.values().forEach(slots -> slots.forEach(all::add));
        return all;
    }

    private static String sentence(JsonNode entry) {
        return entry.isTextual() ? entry.asText() : entry.path("text").asText("");
    }

    private static String template(String source, String id, String text, List<String> declared) {
        List<String> used = Wording.placeholders(text, declared.get(0));
        if (used.isEmpty()) {
            throw new PromptException(source + ": template " + id + " has no {topic}.");
        }
        for (String form : used) {
            if (!declared.contains(form)) {
                throw new PromptException(
                        source + ": template " + id + " asks for form '" + form + "', but forms are " + declared + ".");
            }
        }
        return text.strip();
    }

    private static Wording wording(String source, String topic, JsonNode entry, List<String> declared) {
        Map<String, String> texts = new HashMap<>();
        for (String form : declared) {
            String text = entry.isTextual() && declared.size() == 1
                    ? entry.asText()
                    : entry.path(form).asText("");
            if (text.isBlank()) {
                throw new PromptException(
                        source + ": a wording of topic " + topic + " lacks the form '" + form + "': " + entry);
            }
            texts.put(form, text.strip());
        }
        return new Wording(texts, declared.get(0));
    }
}
