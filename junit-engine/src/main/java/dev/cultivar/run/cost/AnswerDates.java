package dev.cultivar.run.cost;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When the answers of a model that a run used were given.
 *
 * @param now how many this run asked for
 * @param stored of the others, by the day when they were stored, ISO 8601 in UTC
 * @param unanswered requests that this run sent and that got no answer
 */
public record AnswerDates(long now, SortedMap<String, Long> stored, long unanswered) {

    /** Of nothing. */
    public static final AnswerDates NONE = new AnswerDates(0, new TreeMap<>(), 0);

    public AnswerDates {
        stored = Collections.unmodifiableSortedMap(new TreeMap<>(stored));
    }

    /** These and others. */
    public AnswerDates and(AnswerDates other) {
        SortedMap<String, Long> all = new TreeMap<>(stored);
        other.stored.forEach((day, count) -> all.merge(day, count, Long::sum));
        return new AnswerDates(now + other.now, all, unanswered + other.unanswered);
    }

    /** How many answers in all. */
    public long total() {
        return now + stored.values().stream().mapToLong(Long::longValue).sum();
    }
}
