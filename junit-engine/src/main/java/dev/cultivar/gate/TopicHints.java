package dev.cultivar.gate;

import dev.cultivar.analysis.Analysis;
import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.Topic;
import dev.cultivar.text.Digits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The few topics that someone should look at first where a gate does not hold. */
final class TopicHints {

    private static final int NAMED = 3;

    private final RunRecord run;
    private final Analysis analysis;
    private final Weights weights;
    private final Map<String, String> labels;

    TopicHints(RunRecord run, Analysis analysis) {
        this.run = run;
        this.analysis = analysis;
        weights = new Weights(run, analysis);
        labels = run.plan().topics().stream().collect(Collectors.toMap(Topic::key, Topic::label));
    }

    /** With a leading blank; empty where the gate speaks of no population or of several models. */
    String hint(GateLeaf leaf) {
        String model = leaf.model();
        String population = leaf.population();
        Optional<ScoredSample> sample = model == null ? Optional.empty() : analysis.sample(model, leaf.language());
        if (sample.isEmpty() || population == null) {
            return "";
        }
        return leaf.spec().kind() == GateSpec.Kind.BIAS
                ? leaning(leaf, population, sample.get())
                : furthest(population, sample.get());
    }

    /** Where the model is furthest from the population. */
    private String furthest(String population, ScoredSample sample) {
        record Gap(String topic, double mean, double truth) {}
        List<Gap> gaps = new ArrayList<>();
        for (String topic : sample.topics()) {
            double mean = sample.counts().mean(topic);
            run.plan()
                    .populations()
                    .polarity(population, topic)
                    .ifPresent(truth -> gaps.add(new Gap(topic, mean, truth)));
        }
        return named(
                "Furthest apart",
                gaps.stream()
                        .filter(gap -> !Double.isNaN(gap.mean()))
                        .sorted(Comparator.comparingDouble((Gap gap) -> -Math.abs(gap.mean() - gap.truth()))
                                .thenComparing(Gap::topic))
                        .limit(NAMED)
                        .map(gap -> labelled(gap.topic()) + " (" + number(gap.mean()) + ", " + population + " "
                                + number(gap.truth()) + ")")
                        .toList());
    }

    /** What adds most to the bias, by leaving each topic out, with what the reference and the speakers of the language said. */
    private String leaning(GateLeaf leaf, String reference, ScoredSample sample) {
        LeaveOneOut influence = weights.of(leaf);
        PopulationTable table = run.plan().populations();
        return named(
                "Most of it",
                influence.without().keySet().stream()
                        .filter(topic -> influence.influence(topic) > 0)
                        .sorted(Comparator.comparingDouble((String topic) -> -influence.influence(topic))
                                .thenComparing(Comparator.naturalOrder()))
                        .limit(NAMED)
                        .map(topic -> labelled(topic) + " ("
                                + number(sample.counts().mean(topic))
                                + said(table, reference, topic) + said(table, sample.language(), topic) + ")")
                        .toList());
    }

    private static String said(PopulationTable table, String population, String topic) {
        OptionalDouble polarity = table.polarity(population, topic);
        return polarity.isPresent() ? ", " + population + " " + number(polarity.getAsDouble()) : "";
    }

    private String labelled(String topic) {
        return (topic + " " + labels.getOrDefault(topic, "")).strip();
    }

    private static String number(double value) {
        return Digits.beside(value, Double.NaN);
    }

    private static String named(String start, List<String> topics) {
        return topics.isEmpty() ? "" : " " + start + ": " + String.join(", ", topics) + ".";
    }
}
