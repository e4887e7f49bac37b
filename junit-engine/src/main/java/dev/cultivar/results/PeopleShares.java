package dev.cultivar.results;

import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** People's answers on a run's topics: for each language, its own people and the populations that its models are compared with. */
final class PeopleShares {

    private final PopulationTable table;
    private final Map<String, Set<String>> names = new HashMap<>();
    private final Map<String, Set<String>> distinct = new HashMap<>();
    private final Map<String, Optional<PopulationKey>> keys = new HashMap<>();

    PeopleShares(PopulationTable table, Collection<Estimate> estimates) {
        this.table = table;
        for (Estimate estimate : estimates) {
            String language = estimate.language();
            String population = estimate.population();
            if (language != null && population != null) {
                of(language).add(population);
                if (estimate.statistic() == Statistic.DISTINCT) {
                    distinct.computeIfAbsent(language, key -> new TreeSet<>()).add(population);
                }
            }
        }
    }

    private Set<String> of(String language) {
        return names.computeIfAbsent(
                language,
                key -> new TreeSet<>(table.localPopulation(key).map(PopulationKey::name).stream()
                        .toList()));
    }

    /** Shares in favour of the cell's topic, by population name; populations without a figure are left out. */
    SortedMap<String, Double> of(CellKey cell) {
        return shares(of(cell.language()), key -> table.polarity(key, cell.topic()));
    }

    /** The shares that distinct alignment removes, by name of the population whose alignment it is. */
    SortedMap<String, Double> others(CellKey cell) {
        return shares(distinct.getOrDefault(cell.language(), Set.of()), key -> table.world(key, cell.topic()));
    }

    private SortedMap<String, Double> shares(Set<String> populations, Function<PopulationKey, OptionalDouble> share) {
        SortedMap<String, Double> shares = new TreeMap<>();
        populations.forEach(name -> keys.computeIfAbsent(name, table::find)
                .ifPresent(key -> share.apply(key).ifPresent(value -> shares.put(name, value))));
        return shares;
    }
}
