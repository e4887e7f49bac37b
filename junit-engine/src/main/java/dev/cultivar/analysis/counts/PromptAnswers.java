package dev.cultivar.analysis.counts;

import dev.cultivar.api.Outcome;
import dev.cultivar.prompt.Slot;
import dev.cultivar.run.response.ResponseRecord;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which polarity each planned prompt was given, by one model in one language. Two runs that asked the same prompts are compared by it.
 * Immutable.
 *
 * @param byTopic polarity in [0,1] by prompt, by topic; topics without a scored response are absent
 */
public record PromptAnswers(SortedMap<String, SortedMap<Place, Double>> byTopic) {

    /** Nothing was scored. */
    public static final PromptAnswers NONE = new PromptAnswers(Collections.emptySortedMap());

    /**
     * A planned prompt within its topic.
     *
     * @param template id of the template
     * @param slot which of the topic's wordings
     * @param turn how often the plan of the topic had the same prompt before; it lets runs with other seeds and lengths share places
     */
    public record Place(String template, Slot slot, int turn) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::template).thenComparing(Place::slot).thenComparingInt(Place::turn);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * Copies the answers.
     *
     * @throws IllegalArgumentException where a polarity is outside [0,1]
     */
    public PromptAnswers {
        TreeMap<String, SortedMap<Place, Double>> copy = new TreeMap<>();
        byTopic.forEach((topic, answers) -> {
            answers.forEach((place, polarity) -> PolarityCounts.check(topic, polarity, 1));
            if (!answers.isEmpty()) {
                copy.put(topic, Collections.unmodifiableSortedMap(new TreeMap<>(answers)));
            }
        });
        byTopic = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * The answers of one model in one language.
     *
     * @param responses all planned responses, including those without a score; those of a topic in the plan's order
     */
    public static PromptAnswers of(Stream<ResponseRecord> responses) {
        Map<List<Object>, Integer> turns = new HashMap<>();
        TreeMap<String, SortedMap<Place, Double>> answers = new TreeMap<>();
        responses.forEachOrdered(response -> {
            String topic = response.cell().topic();
            int turn = turns.merge(List.of(topic, response.template(), response.slot()), 1, Integer::sum) - 1;
            if (response.outcome() == Outcome.SCORED) {
                answers.computeIfAbsent(topic, key -> new TreeMap<>())
                        .put(
                                new Place(response.template(), response.slot(), turn),
                                response.polarity() + 0.0); // -0.0 and 0.0 are one value
            }
        });
        return new PromptAnswers(answers);
    }

    /** The same answers without their prompts. */
    public PolarityCounts counts() {
        TreeMap<String, SortedMap<Double, Integer>> counts = new TreeMap<>();
        byTopic.forEach((topic, answers) -> {
            SortedMap<Double, Integer> row = counts.computeIfAbsent(topic, key -> new TreeMap<>());
            answers.values().forEach(polarity -> row.merge(polarity, 1, Math::addExact));
        });
        return new PolarityCounts(counts);
    }
}
