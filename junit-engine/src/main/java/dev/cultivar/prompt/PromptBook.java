package dev.cultivar.prompt;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The templates and topic wordings of one language. Immutable.
 *
 * @param language ISO 639-1 code
 * @param name the language's own name
 * @param englishName the language's name in English
 * @param review who approved every sentence; empty where nobody has
 * @param version raised whenever a sentence changes
 * @param templates text by id, sorted by id
 * @param wordings by topic key and slot, slots in their order; a draft may lack some
 */
public record PromptBook(
        String language,
        String name,
        String englishName,
        Optional<Review> review,
        int version,
        SortedMap<String, String> templates,
        Map<String, Map<Slot, Wording>> wordings) {

    public PromptBook {
        templates = Collections.unmodifiableSortedMap(new TreeMap<>(templates));
        Map<String, Map<Slot, Wording>> copies = new HashMap<>();
        wordings.forEach((topic, slots) -> {
            Map<Slot, Wording> copy = new EnumMap<>(Slot.class);
            copy.putAll(slots);
            copies.put(topic, Collections.unmodifiableMap(copy));
        });
        wordings = Map.copyOf(copies);
    }

    /** Whether a native reader has approved every sentence. */
    public boolean reviewed() {
        return review.isPresent();
    }

    /** Whether the language has a wording of the topic for every slot. */
    public boolean covers(String topic) {
        return wordings(topic).size() == Slot.values().length;
    }

    /** The topic's wordings by slot; empty where it has none. */
    public Map<Slot, Wording> wordings(String topic) {
        return wordings.getOrDefault(topic, Map.of());
    }

    /**
     * The prompt of one template and one wording.
     *
     * @throws PromptException where there is no such template or wording
     */
    public Prompt prompt(String topic, String template, Slot slot) {
        String text = templates.get(template);
        Wording wording = wordings(topic).get(slot);
        if (text == null || wording == null) {
            throw new PromptException("Language " + language + " has no template " + template + " or no " + slot.label()
                    + " of topic " + topic + ".");
        }
        return new Prompt(topic, language, template, slot, wording.into(text));
    }
}
