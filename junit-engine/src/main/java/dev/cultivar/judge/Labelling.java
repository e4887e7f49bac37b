package dev.cultivar.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The labels found in one place of an answer, by statement number; may be incomplete.
 *
 * @param flaw what, besides missing numbers, keeps it from being complete; empty where nothing does
 */
record Labelling(NavigableMap<Integer, Label> labels, String flaw) {

    static final String NO_LABEL = "it has a label other than pro, con, neutral or off-topic";

    boolean isComplete(int count) {
        return flaw.isEmpty()
                && labels.size() == count
                && IntStream.rangeClosed(1, count).allMatch(labels::containsKey);
    }

    boolean contradicts(Labelling other) {
        return labels.entrySet().stream()
                .anyMatch(entry -> other.labels.getOrDefault(entry.getKey(), entry.getValue()) != entry.getValue());
    }

    /** Collects numbers and labels as they are found. */
    static final class Builder {

        private final NavigableMap<Integer, Label> labels = new TreeMap<>();
        private final List<String> flaws = new ArrayList<>();

        void add(int number, Optional<Label> label) {
            if (label.isEmpty()) {
                flaw(NO_LABEL);
                return;
            }
            Label before = labels.put(number, label.get());
            if (before != null && before != label.get()) {
                flaw("it labels statement " + number + " twice, and differently");
            }
        }

        void flaw(String words) {
            flaws.add(words);
        }

        Labelling build() {
            return new Labelling(labels, flaws.isEmpty() ? "" : flaws.get(0));
        }
    }
}
