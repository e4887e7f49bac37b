package dev.cultivar.prompt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;

/**
 * Which prompts of a language a run asks: seeded, the same for every model, stratified so that each topic gets its
 * share and, within it, templates and slots take turns.
 */
public final class PromptPlan {

    private PromptPlan() {}

    /**
     * Plans the prompts of one language.
     *
     * @param book the language
     * @param topics keys, in any order; their order does not matter to the plan of a topic
     * @param responses how many prompts in all, at least 1; topics get equal shares, give or take one
     * @param seed of the run
     * @return {@code responses} prompts, topic by topic
     * @throws PromptException where a topic has no wording in the language
     */
    public static List<PlannedPrompt> of(PromptBook book, List<String> topics, int responses, long seed) {
        List<String> sorted = topics.stream().distinct().sorted().toList();
        List<String> order = new ArrayList<>(sorted);
        Collections.shuffle(order, random(seed, book.language(), "shares"));
        List<PlannedPrompt> plan = new ArrayList<>(responses);
        for (String topic : sorted) {
            int rank = order.indexOf(topic);
            int share = responses / sorted.size() + (rank < responses % sorted.size() ? 1 : 0);
            List<Prompt> drawn = ofTopic(book, topic, share, seed);
            for (int i = 0; i < drawn.size(); i++) {
                plan.add(new PlannedPrompt(i, drawn.get(i)));
            }
        }
        return List.copyOf(plan);
    }

    private static List<Prompt> ofTopic(PromptBook book, String topic, int share, long seed) {
        if (!book.covers(topic)) {
            throw new PromptException("Language " + book.language() + " lacks a wording of topic " + topic
                    + ". Give its language file one for each slot or leave the topic out.");
        }
        Random random = random(seed, book.language(), topic);
        List<String> templates = new ArrayList<>(book.templates().keySet());
        List<Prompt> drawn = new ArrayList<>(share);
        List<Prompt> deck = List.of();
        // Decks differ in their order only, and a text that is planned a thousand times is one text.
        Map<List<Object>, Prompt> prompts = new HashMap<>();
        for (int i = 0; i < share; i++) {
            int place = i % (templates.size() * Slot.values().length);
            if (place == 0) {
                deck = deck(
                        templates,
                        random,
                        (template, slot) -> prompts.computeIfAbsent(
                                List.of(template, slot), key -> book.prompt(topic, template, slot)));
            }
            drawn.add(deck.get(place));
        }
        return drawn;
    }

    /** Every template x slot once, in an order that spreads both: a Latin walk over shuffled lists. */
    private static List<Prompt> deck(List<String> templates, Random random, BiFunction<String, Slot, Prompt> prompt) {
        List<String> shuffledTemplates = new ArrayList<>(templates);
        Collections.shuffle(shuffledTemplates, random);
        List<Slot> shuffledSlots = new ArrayList<>(List.of(Slot.values()));
        Collections.shuffle(shuffledSlots, random);
        List<Prompt> deck = new ArrayList<>();
        for (int round = 0; round < shuffledSlots.size(); round++) {
            for (int t = 0; t < shuffledTemplates.size(); t++) {
                deck.add(prompt.apply(shuffledTemplates.get(t), shuffledSlots.get((t + round) % shuffledSlots.size())));
            }
        }
        return deck;
    }

    private static Random random(long seed, String language, String stratum) {
        // String.hashCode is specified, so the plan is the same on every platform.
        return new Random(seed * 0x9E3779B97F4A7C15L + 31L * language.hashCode() + stratum.hashCode());
    }
}
