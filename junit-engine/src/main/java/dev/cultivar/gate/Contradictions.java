package dev.cultivar.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds gates that decide the same thing twice. */
final class Contradictions {

    private Contradictions() {}

    /**
     * Each decision once. If one is repeated with the same threshold, the two are one gate; with another threshold, they are a problem.
     */
    static List<GateLeaf> without(List<GateLeaf> leaves, List<String> problems) {
        Map<String, GateLeaf> kept = new LinkedHashMap<>();
        for (GateLeaf leaf : leaves) {
            GateLeaf before = kept.putIfAbsent(leaf.measures(), leaf);
            if (before != null && !before.bound().equals(leaf.bound())) {
                problems.add("Two gates contradict each other: " + before.name() + " and " + leaf.name()
                        + "; keep one, or give them different models or languages.");
            }
        }
        return new ArrayList<>(kept.values());
    }
}
