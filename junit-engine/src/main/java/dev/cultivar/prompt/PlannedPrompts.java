package dev.cultivar.prompt;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * The plan of a language, topic by topic, with the same number of prompts each. A run may have too many places to hold in memory
 * otherwise, so a text that is planned a thousand times is stored once, and each of its places takes one byte. Immutable.
 */
final class PlannedPrompts extends AbstractList<PlannedPrompt> implements RandomAccess {

    private final List<OfTopic> topics;
    private final int perTopic;

    /** @param order which prompt stands at which place, as characters: with up to 256 prompts each place takes one byte */
    private record OfTopic(List<Prompt> prompts, String order) {}

    private PlannedPrompts(List<OfTopic> topics, int perTopic) {
        this.topics = topics;
        this.perTopic = perTopic;
    }

    /**
     * Builds the plan from cards as they are dealt.
     *
     * @param deal deals {@code perTopic} cards for a topic, given its key
     */
    static PlannedPrompts of(
            PromptBook book, List<String> topics, int perTopic, Function<String, List<TopicDeck.Card>> deal) {
        return new PlannedPrompts(
                topics.stream()
                        .map(topic -> ofTopic(book, topic, deal.apply(topic)))
                        .toList(),
                perTopic);
    }

    private static OfTopic ofTopic(PromptBook book, String topic, List<TopicDeck.Card> cards) {
        Map<TopicDeck.Card, Character> known = new HashMap<>();
        List<Prompt> prompts = new ArrayList<>();
        char[] order = new char[cards.size()];
        for (int place = 0; place < order.length; place++) {
            order[place] = known.computeIfAbsent(cards.get(place), card -> {
                prompts.add(book.prompt(topic, card.template(), card.slot()));
                return (char) (prompts.size() - 1);
            });
        }
        return new OfTopic(List.copyOf(prompts), new String(order));
    }

    @Override
    public PlannedPrompt get(int index) {
        OfTopic topic = topics.get(index / perTopic);
        int place = index % perTopic;
        return new PlannedPrompt(place, topic.prompts().get(topic.order().charAt(place)));
    }

    @Override
    public int size() {
        return topics.size() * perTopic;
    }
}
