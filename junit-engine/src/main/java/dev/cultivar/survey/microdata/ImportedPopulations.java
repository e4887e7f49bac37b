package dev.cultivar.survey.microdata;

import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The result of an import.
 *
 * @param figures by population and topic
 * @param dropped topics without a figure, and why
 * @param respondents rows of the file that were read; in a trend file, those of the last wave
 * @param rule what was done with neutral codes
 * @param citation what the data's terms of use ask users to cite
 */
public record ImportedPopulations(
        List<PopulationFigure> figures,
        List<DroppedTopic> dropped,
        long respondents,
        CodingRule rule,
        String citation) {

    /** What EVS and WVS ask of all users of their data, in a few words. */
    public static final String TERMS =
            "The data may be used for non-profit purposes only, must be cited, and its files may not be passed on."
                    + " Read the terms where you downloaded it.";

    public ImportedPopulations {
        figures = List.copyOf(figures);
        dropped = List.copyOf(dropped);
    }

    /**
     * A population that would have fewer topics than it has in another table.
     *
     * @param before number of topics that it has there
     */
    public record Replaced(String population, int topics, int before) {}

    /**
     * Populations that lose topics when these figures are added to a table, since any topic in common replaces all of a population's
     * figures.
     */
    public List<Replaced> replaced(PopulationTable table) {
        Map<PopulationKey, Set<String>> topics = figures.stream()
                .collect(Collectors.groupingBy(
                        PopulationFigure::population,
                        LinkedHashMap::new,
                        Collectors.mapping(PopulationFigure::topic, Collectors.toSet())));
        return topics.entrySet().stream()
                .filter(of -> !Collections.disjoint(of.getValue(), table.topics(of.getKey())))
                .map(of -> new Replaced(
                        of.getKey().name(),
                        of.getValue().size(),
                        table.topics(of.getKey()).size()))
                .filter(of -> of.topics() < of.before())
                .toList();
    }
}
