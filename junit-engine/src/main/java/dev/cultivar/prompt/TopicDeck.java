package dev.cultivar.prompt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The order in which a topic's slots and templates are asked. It is the same in every language with the same templates, and fewer prompts
 * are always the start of the same order.
 *
 * <p>A topic is asked in pairs: the two claims together, or two of the other slots. So any even number of prompts has as many claims for
 * as against. Ten prompts use each slot twice, each time with another template. With twelve templates, sixty prompts use each slot with
 * each template once.
 */
final class TopicDeck {

    private final List<Slot> round;
    private final List<String> known;
    private final List<List<String>> shuffled = new ArrayList<>();
    private final Random random;

    /** What is asked at one place. */
    record Card(String template, Slot slot) {}

    TopicDeck(List<String> templates, Random random) {
        known = templates.stream().sorted().toList();
        this.random = random;
        round = twos(random);
    }

    private static List<Slot> twos(Random random) {
        List<Slot> others = new ArrayList<>(List.of(Slot.NEUTRAL, Slot.WHETHER, Slot.PARAPHRASE));
        Collections.shuffle(others, random);
        List<Slot> slots = new ArrayList<>(List.of(Slot.CLAIM_PRO, Slot.CLAIM_CON));
        slots.addAll(others.subList(0, 2));
        slots.addAll(List.of(Slot.CLAIM_PRO, Slot.CLAIM_CON, others.get(2)));
        slots.addAll(others);
        Collections.rotate(slots, 2 * random.nextInt(Slot.values().length));
        return List.copyOf(slots);
    }

    /** The first cards. */
    List<Card> deal(int number) {
        List<Card> cards = new ArrayList<>(number);
        Map<Slot, Integer> asked = new EnumMap<>(Slot.class);
        for (int place = 0; place < number; place++) {
            boolean single = place + 1 == number && place % 2 == 0;
            Slot slot = single ? single(place) : round.get(place % round.size());
            int times = asked.merge(slot, 1, Integer::sum);
            cards.add(new Card(template(slot, times - 1), slot));
        }
        return cards;
    }

    /** No claim is asked without its counterpart; two other slots follow a pair of claims. */
    private Slot single(int place) {
        Slot slot = round.get(place % round.size());
        return slot == Slot.CLAIM_PRO ? round.get((place + 2) % round.size()) : slot;
    }

    /** Each slot starts two templates after the one before, because each appears twice in a round. */
    @SuppressWarnings("EnumOrdinal") // the order of the slots is the questionnaire's
    private String template(Slot slot, int time) {
        int deck = time / known.size();
        while (shuffled.size() <= deck) {
            List<String> order = new ArrayList<>(known);
            Collections.shuffle(order, random);
            shuffled.add(order);
        }
        return shuffled.get(deck).get((2 * slot.ordinal() + time) % known.size());
    }
}
