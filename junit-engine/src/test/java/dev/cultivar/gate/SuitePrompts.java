package dev.cultivar.gate;

import dev.cultivar.prompt.PlannedPrompt;
import dev.cultivar.prompt.Prompt;
import dev.cultivar.prompt.PromptBook;
import dev.cultivar.prompt.Slot;
import dev.cultivar.prompt.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The prompts of a suite, made up.
 *
 * @param responses of each topic
 * @param wordings how many of a topic's slots are asked
 * @param templates how many there are; every slot is asked with the next of them
 * @param start of every prompt
 */
record SuitePrompts(
        List<String> languages, List<String> topics, int responses, int wordings, int templates, String start) {

    Map<String, PromptBook> books() {
        Map<String, Map<Slot, Wording>> ofTopics = new HashMap<>();
        for (String topic : topics) {
            ofTopics.put(
                    topic,
                    Stream.of(Slot.values())
                            .limit(wordings)
                            .collect(Collectors.toMap(
                                    slot -> slot, slot -> new Wording(Map.of("plain", text(topic, slot)), "plain"))));
        }
        Map<String, PromptBook> books = new HashMap<>();
        for (String language : languages) {
            books.put(
                    language,
                    new PromptBook(
                            language,
                            language,
                            language,
                            Optional.empty(),
                            1,
                            IntStream.range(0, templates)
                                    .boxed()
                                    .collect(Collectors.toMap(
                                            this::template, i -> "{topic}", (one, other) -> one, TreeMap::new)),
                            ofTopics));
        }
        return books;
    }

    Map<String, List<PlannedPrompt>> planned() {
        Map<String, List<PlannedPrompt>> prompts = new LinkedHashMap<>();
        for (String language : languages) {
            List<PlannedPrompt> planned = new ArrayList<>();
            for (String topic : topics) {
                for (int i = 0; i < responses; i++) {
                    planned.add(
                            new PlannedPrompt(i, prompt(language, topic, template(i), Slot.values()[i % wordings])));
                }
            }
            prompts.put(language, planned);
        }
        return prompts;
    }

    String template(int place) {
        return "t0" + (1 + place % templates);
    }

    private String text(String topic, Slot slot) {
        return start + " " + topic + " " + slot.label() + "?";
    }

    private Prompt prompt(String language, String topic, String template, Slot slot) {
        return new Prompt(topic, language, template, slot, text(topic, slot));
    }
}
