package dev.cultivar.gate;

import dev.cultivar.analysis.alignment.PerfectRespondents;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.ReferencePoints;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which thresholds tell a population from others: known before anything is asked, as it follows from the figures of the table. */
final class GateTelling {

    private final PerfectRespondents people;
    private final PopulationTable populations;

    /** For gates on these topics, each asked as often as the others. */
    GateTelling(PopulationTable populations, List<String> topics) {
        long[] responses = new long[topics.size()];
        Arrays.fill(responses, 1);
        people = new PerfectRespondents(responses, topics, populations);
        this.populations = populations;
    }

    /** What is wrong with the threshold of a leaf; empty where it tells. */
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

    /** Whose people a threshold tells from others: those of the language where the gate's population is one to keep away from. */
    private String own(GateLeaf leaf) {
        return Optional.of(leaf.language())
                .filter(language -> leaf.gate().isTowards())
                .flatMap(populations::localPopulation)
                .map(PopulationKey::name)
                .orElseGet(() -> String.valueOf(leaf.population()));
    }
}
