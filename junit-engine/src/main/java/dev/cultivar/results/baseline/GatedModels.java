package dev.cultivar.results.baseline;

import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.Regression;
import dev.cultivar.gate.facts.EarlierRun;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** With which models of a baseline the gates of a run compare its models, so that whatever else compares them says the same. */
public final class GatedModels {

    private GatedModels() {}

    /**
     * The model of the baseline by the run's. Where gates on one model name several, that of its first regression gate, or else of its
     * first gate.
     *
     * @param file whether a path is that of the baseline
     */
    public static SortedMap<String, String> of(Collection<GateLeaf> gates, Predicate<String> file) {
        SortedMap<String, String> names = new TreeMap<>();
        Stream.concat(
                        gates.stream().filter(leaf -> leaf.gate() instanceof Regression),
                        gates.stream().filter(leaf -> !(leaf.gate() instanceof Regression)))
                .filter(leaf -> leaf.model() != null)
                .forEach(leaf -> leaf.gate()
                        .earlier(leaf.subject())
                        .filter(earlier -> file.test(earlier.file()))
                        .map(EarlierRun::model)
                        .ifPresent(name -> names.putIfAbsent(leaf.subject().modelName(), name)));
        return names;
    }
}
