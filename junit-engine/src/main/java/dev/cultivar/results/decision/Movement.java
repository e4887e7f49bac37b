package dev.cultivar.results.decision;

import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.results.baseline.AgainstBaseline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What moved since the baselines.
 *
 * @param compared how many figures were compared
 * @param moves the figures that certainly moved
 * @param categories of topics that certainly drifted in any language, by model, the surest first
 * @param topics topics that certainly drifted, by model
 */
public record Movement(
        long compared, List<Move> moves, SortedMap<String, Set<String>> categories, SortedMap<String, Long> topics) {

    /**
     * A figure of a model that certainly moved in one direction.
     *
     * @param statistic the figure's label
     * @param population for a bias, its reference; empty if it is the language's own
     * @param languages languages in which it moved
     */
    public record Move(String model, String statistic, String population, boolean rose, List<String> languages) {

        public Move {
            languages = List.copyOf(languages);
        }
    }

    private record Key(String model, String statistic, String population, boolean rose) {}

    public Movement {
        moves = List.copyOf(moves);
        categories = Collections.unmodifiableSortedMap(categories);
        topics = Collections.unmodifiableSortedMap(topics);
    }

    /** The figures that gates look at, or, without gates, everything that was compared. */
    public static Movement of(List<AgainstBaseline> all) {
        List<AgainstBaseline.Change> changes =
                all.stream().flatMap(against -> against.changes().stream()).toList();
        List<AgainstBaseline.Change> gated =
                changes.stream().filter(change -> change.margin() != null).toList();
        List<AgainstBaseline.Change> looked = (gated.isEmpty() ? changes : gated)
                .stream().filter(change -> change.difference() != null).toList();
        Map<Key, List<String>> moves = new LinkedHashMap<>();
        looked.forEach(change -> {
            boolean rose = change.lower() != null && change.lower() > 0;
            boolean fell = change.upper() != null && change.upper() < 0;
            if (rose || fell) {
                moves.computeIfAbsent(
                                new Key(
                                        change.model(),
                                        change.statistic(),
                                        change.statistic().equals(Statistic.BIAS.label()) ? change.population() : "",
                                        rose),
                                key -> new ArrayList<>())
                        .add(change.language());
            }
        });
        SortedMap<String, Set<String>> categories = new TreeMap<>();
        all.stream()
                .flatMap(against -> against.categories().stream())
                .filter(AgainstBaseline.Category::certain)
                .sorted(Comparator.comparingDouble(AgainstBaseline.Category::adjusted))
                .forEach(category -> categories
                        .computeIfAbsent(category.model(), key -> new LinkedHashSet<>())
                        .add(category.category()));
        SortedMap<String, Long> topics = new TreeMap<>();
        all.stream()
                .flatMap(against -> against.drifts().stream())
                .filter(AgainstBaseline.Drift::certain)
                .forEach(drift -> topics.merge(drift.model(), 1L, Long::sum));
        return new Movement(
                looked.size(),
                moves.entrySet().stream()
                        .map(move -> new Move(
                                move.getKey().model(),
                                move.getKey().statistic(),
                                move.getKey().population(),
                                move.getKey().rose(),
                                move.getValue().stream().distinct().toList()))
                        .toList(),
                categories,
                topics);
    }
}
