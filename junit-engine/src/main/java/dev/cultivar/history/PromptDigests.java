package dev.cultivar.history;

import dev.cultivar.io.Sha256;
import dev.cultivar.prompt.PromptBook;
import dev.cultivar.prompt.Slot;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.survey.Topic;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tells whether two runs asked the same questions, by a short digest of all prompts with which a topic can be asked, by language and
 * topic. Which of these prompts a run drew depends on its seed; a run's interval covers that.
 */
public final class PromptDigests {

    private static final int LENGTH = 16;

    private PromptDigests() {}

    public static SortedMap<String, SortedMap<String, String>> of(RunPlan plan) {
        TreeMap<String, SortedMap<String, String>> digests = new TreeMap<>();
        plan.books().forEach((language, book) -> {
            SortedMap<String, String> ofLanguage = new TreeMap<>();
            for (Topic topic : plan.topics()) {
                ofLanguage.put(topic.key(), digest(book, topic.key()));
            }
            digests.put(language, ofLanguage);
        });
        return digests;
    }

    /** Whether the other run asks a topic differently: a template or a wording was changed, added, removed or renamed. */
    static boolean differ(
            SortedMap<String, SortedMap<String, String>> one,
            SortedMap<String, SortedMap<String, String>> other,
            String language,
            String topic) {
        return !topic(one, language, topic).equals(topic(other, language, topic));
    }

    private static String topic(SortedMap<String, SortedMap<String, String>> digests, String language, String topic) {
        return digests.getOrDefault(language, Collections.emptySortedMap()).getOrDefault(topic, "");
    }

    private static String digest(PromptBook book, String topic) {
        Sha256 sha = new Sha256();
        for (String template : book.templates().keySet()) {
            for (Slot slot : book.wordings(topic).keySet()) {
                sha.add(template + "/" + slot.label() + " "
                        + book.prompt(topic, template, slot).text() + "\n");
            }
        }
        return sha.hex().substring(0, LENGTH);
    }
}
