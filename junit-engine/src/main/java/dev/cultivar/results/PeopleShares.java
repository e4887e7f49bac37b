package dev.cultivar.results;

import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What people said on the topics of a run: in each language those of the language, and whom its models are compared with. */
final class PeopleShares {

    private final PopulationTable table;
    private final Map<String, Set<String>> names = new HashMap<>();
    private final Map<String, Optional<PopulationKey>> keys = new HashMap<>();

    PeopleShares(PopulationTable table, Collection<Estimate> estimates) {
        this.table = table;
        for (Estimate estimate : estimates) {
            String language = estimate.language();
            String population = estimate.population();
            if (language != null && population != null) {
                of(language).add(population);
            }
        }
    }

    private Set<String> of(String language) {
        return names.computeIfAbsent(
                language,
                key -> new TreeSet<>(table.localPopulation(key).map(PopulationKey::name).stream()
                        .toList()));
    }

    /** Share in favour of the cell's topic by name of population; those without a figure are left out. */
    SortedMap<String, Double> of(CellKey cell) {
        SortedMap<String, Double> shares = new TreeMap<>();
        of(cell.language()).forEach(name -> keys.computeIfAbsent(name, table::find)
                .ifPresent(key -> table.polarity(key, cell.topic()).ifPresent(share -> shares.put(name, share))));
        return shares;
    }
}
