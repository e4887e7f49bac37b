package dev.cultivar.results.decision;

import dev.cultivar.results.baseline.AgainstBaseline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What moved since the baselines.
 *
 * @param compared how many figures were compared
 * @param moves those that certainly moved
 * @param topics that certainly drifted, by model
 */
public record Movement(long compared, List<Move> moves, Map<String, Long> topics) {

    /**
     * A figure of a model that certainly moved one way.
     *
     * @param statistic its label
     * @param population of a bias its reference; empty where it is that of the language
     * @param languages in which it moved
     */
    public record Move(String model, String statistic, String population, boolean rose, List<String> languages) {

        public Move {
            languages = List.copyOf(languages);
        }
    }

    private record Key(String model, String statistic, String population, boolean rose) {}

    public Movement {
        moves = List.copyOf(moves);
        topics = Map.copyOf(topics);
    }

    /** What gates look at where there are gates, else all that was compared. */
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
                                        change.statistic().equals("bias") ? change.population() : "",
                                        rose),
                                key -> new ArrayList<>())
                        .add(change.language());
            }
        });
        Map<String, Long> topics = new LinkedHashMap<>();
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
                topics);
    }
}
