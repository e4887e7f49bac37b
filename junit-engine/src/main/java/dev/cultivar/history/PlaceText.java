package dev.cultivar.history;

import dev.cultivar.analysis.counts.PromptAnswers.Place;

/** A planned prompt as baselines write it: {@code t01/2}, or {@code t01/2/1} where the topic's plan has it a second time. */
final class PlaceText {

    private static final String SEPARATOR = "/";

    private PlaceText() {}

    static String of(Place place) {
        String first = place.template() + SEPARATOR + place.wording();
        return place.turn() == 0 ? first : first + SEPARATOR + place.turn();
    }

    /** @throws IllegalArgumentException where it is none */
    static Place read(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        if (parts.length != 2 && parts.length != 3) {
            throw new IllegalArgumentException("'" + text + "' names no prompt");
        }
        int wording = Integer.parseInt(parts[1]);
        return new Place(parts[0], wording, parts.length == 2 ? 0 : Integer.parseInt(parts[2]));
    }
}
