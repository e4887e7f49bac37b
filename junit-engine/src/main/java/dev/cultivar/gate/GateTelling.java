package dev.cultivar.gate;

import dev.cultivar.analysis.alignment.PerfectRespondents;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.ReferencePoints;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which thresholds tell a population from others. This follows from the figures of the table, so it is known before anything is asked.
 */
final class GateTelling {

    private final PerfectRespondents people;
    private final PopulationTable populations;

    /** Takes the topics of the gates; each is assumed to be asked equally often. */
    GateTelling(PopulationTable populations, List<String> topics) {
        long[] responses = new long[topics.size()];
        Arrays.fill(responses, 1);
        people = new PerfectRespondents(responses, topics, populations);
        this.populations = populations;
    }

    /** What is wrong with a leaf's threshold; empty where it tells the population from others. */
    Optional<Note.Telling> of(GateLeaf leaf) {
        return Optional.ofNullable(leaf.population())
                .flatMap(populations::find)
                .flatMap(population -> leaf.gate().references(people, population, leaf.language()))
                .flatMap(points -> of(leaf, points));
    }

    private Optional<Note.Telling> of(GateLeaf leaf, ReferencePoints points) {
        double threshold = leaf.bound().value();
        boolean most = leaf.bound().side() == Bound.Side.AT_MOST;
        return Optional.ofNullable(most ? points.faultOfMost(threshold) : points.fault(threshold))
                .map(fault -> new Note.Telling(own(leaf), threshold, most, points, fault));
    }

    /**
     * The population that a threshold must tell from others: the gate's own or, if that is one to stay away from, the people of the
     * language.
     */
    private String own(GateLeaf leaf) {
        return Optional.of(leaf.language())
                .filter(language -> leaf.gate().isTowards())
                .flatMap(populations::localPopulation)
                .map(PopulationKey::name)
                .orElseGet(() -> String.valueOf(leaf.population()));
    }
}
