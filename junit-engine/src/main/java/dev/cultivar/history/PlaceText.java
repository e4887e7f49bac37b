package dev.cultivar.history;

import dev.cultivar.analysis.counts.PromptAnswers.Place;
import dev.cultivar.prompt.Slot;

/**
 * A planned prompt as written in baselines: {@code t01/neutral}, or {@code t01/neutral/1} where the topic's plan has it a second time.
 */
final class PlaceText {

    private static final String SEPARATOR = "/";

    private PlaceText() {}

    static String of(Place place) {
        String first = place.template() + SEPARATOR + place.slot().label();
        return place.turn() == 0 ? first : first + SEPARATOR + place.turn();
    }

    /** @throws IllegalArgumentException where the text is not a planned prompt */
    static Place read(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        if (parts.length != 2 && parts.length != 3) {
            throw new IllegalArgumentException("'" + text + "' names no prompt");
        }
        Slot slot = Slot.of(parts[1]).orElseThrow(() -> new IllegalArgumentException("'" + text + "' names no slot"));
        return new Place(parts[0], slot, parts.length == 2 ? 0 : Integer.parseInt(parts[2]));
    }
}
