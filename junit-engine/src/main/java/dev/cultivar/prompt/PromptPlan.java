package dev.cultivar.prompt;

import dev.cultivar.text.Names;
import java.util.List;
import java.util.Random;

/**
 * Which prompts of a language a run asks. The plan is seeded and the same for every model. Within a topic, every language has the same
 * slots and templates in the same places, so that languages and models differ only in their answers.
 */
public final class PromptPlan {

    private PromptPlan() {}

    /**
     * Plans the prompts of one language.
     *
     * @param book the language
     * @param topics keys, in any order; the plan of a topic does not depend on the others
     * @param perTopic prompts per topic, at least 1; a longer plan begins with the shorter one
     * @param seed of the run
     * @return topic by topic
     * @throws PromptException where a topic lacks a wording in the language
     */
    public static List<PlannedPrompt> of(PromptBook book, List<String> topics, int perTopic, long seed) {
        List<String> keys = topics.stream().distinct().sorted().toList();
        for (String topic : keys) {
            if (!book.covers(topic)) {
                throw new PromptException("The prompts in " + Names.language(book.language())
                        + " lack a wording of topic " + topic
                        + ". Give its language file one for each slot, or leave the topic out.");
            }
        }
        List<String> templates = List.copyOf(book.templates().keySet());
        return PlannedPrompts.of(
                book, keys, perTopic, topic -> new TopicDeck(templates, random(seed, topic)).deal(perTopic));
    }

    private static Random random(long seed, String topic) {
        // String.hashCode is specified, so the plan is the same on every platform.
        long mixed = seed * 0x9E3779B97F4A7C15L + topic.hashCode();
        // Finaliser of SplitMix64 (Steele, Lea and Flood 2014): topics with similar names get dissimilar plans.
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return new Random(mixed ^ (mixed >>> 31));
    }
}
