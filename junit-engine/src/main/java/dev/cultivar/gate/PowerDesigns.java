package dev.cultivar.gate;

import dev.cultivar.gate.facts.GateSubject;
import dev.cultivar.stats.Correlation;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.util.List;

/** What is known of the precision of statistics before anything was asked; formulas at {@link GatePower}. */
final class PowerDesigns {

    static final double CONSISTENCY = 0.5;

    private final PopulationTable populations;
    private final List<String> topics;

    PowerDesigns(PopulationTable populations, List<String> topics) {
        this.populations = populations;
        this.topics = List.copyOf(topics);
    }

    /** A correlation with a population. */
    PowerDesign correlation(GateSubject subject) {
        return new PowerDesign(known(subject), 1, CONSISTENCY, true);
    }

    /** A correlation within a sample. */
    PowerDesign ofAllTopics() {
        return new PowerDesign(topics.size(), 1, CONSISTENCY, true);
    }

    /** A difference between alignments with two populations. */
    PowerDesign contrast(GateSubject subject) {
        return new PowerDesign(known(subject), contrastFactor(subject), CONSISTENCY, false);
    }

    private int known(GateSubject subject) {
        return (int) topics.stream()
                .filter(topic ->
                        populations.polarity(subject.populationName(), topic).isPresent())
                .count();
    }

    /** Variance of a difference between alignments in units of that of one, from the correlations between the populations. */
    private double contrastFactor(GateSubject subject) {
        String reference = String.valueOf(subject.population());
        List<String> others = populations.local(subject.language()).stream()
                .map(PopulationKey::name)
                .filter(name -> !name.equals(reference))
                .toList();
        int k = others.size();
        double toReference = 0;
        double among = 0;
        for (String one : others) {
            toReference += correlation(reference, one) / k;
            for (String other : others) {
                among += correlation(one, other) / ((double) k * k);
            }
        }
        return Math.max(0.01, 1 + among - 2 * toReference);
    }

    private double correlation(String one, String other) {
        List<String> common = topics.stream()
                .filter(topic -> populations.polarity(one, topic).isPresent()
                        && populations.polarity(other, topic).isPresent())
                .toList();
        double[] x = common.stream()
                .mapToDouble(topic -> populations.polarity(one, topic).orElseThrow())
                .toArray();
        double[] y = common.stream()
                .mapToDouble(topic -> populations.polarity(other, topic).orElseThrow())
                .toArray();
        return Correlation.spearman(x, y);
    }
}
