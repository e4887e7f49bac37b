package dev.cultivar.run.cost;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When a model gave the answers that a run used.
 *
 * @param now number of answers that this run asked for
 * @param stored number of the other answers, by the day on which they were stored, ISO 8601 in UTC
 * @param unanswered number of requests that this run sent but that got no answer
 */
public record AnswerDates(long now, SortedMap<String, Long> stored, long unanswered) {

    /** The dates of no answers. */
    public static final AnswerDates NONE = new AnswerDates(0, new TreeMap<>(), 0);

    public AnswerDates {
        stored = Collections.unmodifiableSortedMap(new TreeMap<>(stored));
    }

    /** These dates together with others. */
    public AnswerDates and(AnswerDates other) {
        SortedMap<String, Long> all = new TreeMap<>(stored);
        other.stored.forEach((day, count) -> all.merge(day, count, Long::sum));
        return new AnswerDates(now + other.now, all, unanswered + other.unanswered);
    }

    /** Number of answers in total. */
    public long total() {
        return now + stored.values().stream().mapToLong(Long::longValue).sum();
    }
}
