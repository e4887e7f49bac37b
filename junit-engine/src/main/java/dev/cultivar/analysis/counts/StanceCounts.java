package dev.cultivar.analysis.counts;

import dev.cultivar.api.Stance;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How the judge labelled a sample's scored responses, without their topics: what the judge's errors act on. Immutable.
 *
 * @param responses number of responses, by how many of their statements got which label; empty where only polarities are known
 */
public record StanceCounts(SortedMap<Sides, Integer> responses) {

    /** For samples of which only polarities are known. */
    public static final StanceCounts UNKNOWN = new StanceCounts(Collections.emptySortedMap());

    /** Statements of one response by stance. */
    public record Sides(int pro, int con, int neutral) implements Comparable<Sides> {

        private static final Comparator<Sides> ORDER =
                Comparator.comparingInt(Sides::pro).thenComparingInt(Sides::con).thenComparingInt(Sides::neutral);

        public static Sides of(List<Stance> stances) {
            int pro = Collections.frequency(stances, Stance.PRO);
            int con = Collections.frequency(stances, Stance.CON);
            return new Sides(pro, con, stances.size() - pro - con);
        }

        @Override
        public int compareTo(Sides other) {
            return ORDER.compare(this, other);
        }
    }

    public StanceCounts {
        responses = Collections.unmodifiableSortedMap(new TreeMap<>(responses));
    }

    /** Counts responses that take a side; others have no polarity. */
    public static StanceCounts of(Stream<List<Stance>> responses) {
        TreeMap<Sides, Integer> counts = new TreeMap<>();
        responses
                .map(Sides::of)
                .filter(sides -> sides.pro() + sides.con() > 0)
                .forEachOrdered(sides -> counts.merge(sides, 1, Math::addExact));
        return new StanceCounts(counts);
    }
}
