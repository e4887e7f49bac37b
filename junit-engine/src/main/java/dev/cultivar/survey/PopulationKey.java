package dev.cultivar.survey;

import java.util.Comparator;

/**
 * A population whose values count as truth.
 *
 * @param type what binds them
 * @param name country code ({@code DK}), language code ({@code da}), {@code global} or a group's name; unique across the types of one
 *     table
 */
public record PopulationKey(PopulationType type, String name) implements Comparable<PopulationKey> {

    public static final PopulationKey GLOBAL = new PopulationKey(PopulationType.GLOBAL, "global");

    private static final Comparator<PopulationKey> ORDER =
            Comparator.comparing(PopulationKey::type).thenComparing(PopulationKey::name);

    @Override
    public int compareTo(PopulationKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return name;
    }
}
