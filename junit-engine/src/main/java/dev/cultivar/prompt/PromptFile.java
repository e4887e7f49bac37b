package dev.cultivar.prompt;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A language file as its YAML has it. A sentence is text, or an object with a {@code status}; a file whose sentences
 * all have one may leave {@code reviewed} out.
 */
record PromptFile(
        @JsonProperty(required = true) String language,
        @JsonProperty(required = true) String name,

        @JsonProperty(value = "english-name", required = true)
        String englishName,

        @Nullable Boolean reviewed,
        @JsonProperty(required = true) int version,
        @Nullable List<String> forms,
        @JsonProperty(required = true) Map<String, JsonNode> templates,
        @JsonProperty(required = true) Map<String, List<JsonNode>> wordings) {

    private static final String REVIEWED = "reviewed";
    private static final String UNREVIEWED = "unreviewed";

    PromptBook toBook(String source) {
        List<String> declared = forms == null || forms.isEmpty() ? List.of("topic") : forms;
        TreeMap<String, String> checked = new TreeMap<>();
        templates.forEach((id, text) -> checked.put(id, template(source, id, sentence(text), declared)));
        Map<String, List<Wording>> byTopic = new HashMap<>();
        wordings.forEach((topic, entries) -> {
            List<Wording> parsed = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (JsonNode entry : entries) {
                Wording wording = wording(source, topic, entry, declared);
                if (!seen.add(wording.forms().get(declared.get(0)))) {
                    throw new PromptException(source + ": topic " + topic + " has the same wording twice: " + entry);
                }
                parsed.add(wording);
            }
            byTopic.put(topic, List.copyOf(parsed));
        });
        return new PromptBook(language, name, englishName, approved(source), version, checked, byTopic);
    }

    /** The file's word counts, but no sentence that is said to be unreviewed is covered by it. */
    private boolean approved(String source) {
        boolean all = true;
        for (JsonNode sentence : sentences()) {
            String status = sentence.path("status").asText("");
            boolean silent = status.isEmpty();
            if (!silent && !status.equals(REVIEWED) && !status.equals(UNREVIEWED)) {
                throw new PromptException(source + ": status '" + status + "' of " + sentence + " must be " + REVIEWED
                        + " or " + UNREVIEWED + ".");
            }
            all &= status.equals(REVIEWED) || (silent && reviewed != null);
        }
        return all && (reviewed == null || reviewed);
    }

    private List<JsonNode> sentences() {
        List<JsonNode> all = new ArrayList<>(templates.values());
        wordings.values().forEach(all::addAll);
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
