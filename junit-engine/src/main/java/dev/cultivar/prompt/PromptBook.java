package dev.cultivar.prompt;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The templates and topic wordings of one language. Immutable.
 *
 * @param language ISO 639-1 code
 * @param name the language's name in itself
 * @param englishName the language's name in English
 * @param reviewed whether a native reader has approved every sentence
 * @param version raised whenever a sentence changes
 * @param templates text by id, sorted by id
 * @param wordings by topic key
 */
public record PromptBook(
        String language,
        String name,
        String englishName,
        boolean reviewed,
        int version,
        SortedMap<String, String> templates,
        Map<String, List<Wording>> wordings) {

    public PromptBook {
        templates = Collections.unmodifiableSortedMap(new TreeMap<>(templates));
        wordings = Map.copyOf(wordings);
    }

    /** Whether the language has a wording of the topic. */
    public boolean covers(String topic) {
        return wordings.containsKey(topic);
    }

    /** How many wordings the topic has; 0 where it has none. */
    public int wordingCount(String topic) {
        return wordings.getOrDefault(topic, List.of()).size();
    }

    /**
     * The prompt of one template and one wording.
     *
     * @throws PromptException where there is no such template or wording
     */
    public Prompt prompt(String topic, String template, int wording) {
        String text = templates.get(template);
        List<Wording> ofTopic = wordings.getOrDefault(topic, List.of());
        if (text == null || wording < 0 || wording >= ofTopic.size()) {
            throw new PromptException("Language " + language + " has no template " + template + " or no wording "
                    + wording + " of topic " + topic + ".");
        }
        return new Prompt(
                topic, language, template, wording, ofTopic.get(wording).into(text));
    }
}
