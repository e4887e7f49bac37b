package dev.cultivar.results.baseline;

import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.Regression;
import dev.cultivar.gate.facts.EarlierRun;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which models of a baseline a run's gates compare its models with, so that every other comparison uses the same ones. */
public final class GatedModels {

    private GatedModels() {}

    /**
     * The baseline's model for each of the run's. If gates on one model name several, its first regression gate counts, or else its first
     * gate.
     *
     * @param file tests whether a path is the baseline's
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
