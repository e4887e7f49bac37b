package dev.cultivar.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds gates that decide the same thing twice. */
final class Contradictions {

    private Contradictions() {}

    private record Key(
            GateSpec.Kind kind, String metric, String baseline, String subject, String language, String population) {
        static Key of(GateLeaf leaf) {
            String subject = leaf.model() == null ? "family " + leaf.family() : leaf.model();
            String population = leaf.population() == null ? "" : leaf.population();
            String otherwise = leaf.spec().kind() == GateSpec.Kind.BIAS ? "paired" : "spearman";
            return new Key(
                    leaf.spec().kind(),
                    leaf.spec().metric().orElse(otherwise),
                    leaf.spec().baseline().orElse(""),
                    String.valueOf(subject),
                    leaf.language(),
                    population);
        }
    }

    /** Each decision once. Repeated with the same threshold it is one gate; with another it is a problem. */
    static List<GateLeaf> without(List<GateLeaf> leaves, List<String> problems) {
        Map<Key, GateLeaf> kept = new LinkedHashMap<>();
        for (GateLeaf leaf : leaves) {
            GateLeaf before = kept.putIfAbsent(Key.of(leaf), leaf);
            if (before != null && before.bound() != leaf.bound()) {
                problems.add("Two gates contradict: " + before.name() + " and " + leaf.name()
                        + "; keep one, or give them different models or languages.");
            }
        }
        return new ArrayList<>(kept.values());
    }
}
