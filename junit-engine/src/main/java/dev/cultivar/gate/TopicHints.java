package dev.cultivar.gate;

import dev.cultivar.analysis.Analysis;
import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.gate.facts.TopicHint;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.Topic;
import dev.cultivar.text.Decimals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the topics to look at first where a gate does not hold. */
final class TopicHints {

    private static final int NAMED = 3;

    private final Analysis analysis;
    private final TopicInfluence influences;
    private final PopulationTable table;
    private final Map<String, String> labels;

    TopicHints(RunRecord run, Analysis analysis) {
        this.analysis = analysis;
        influences = new TopicInfluence(run);
        table = run.plan().populations();
        labels = run.plan().topics().stream().collect(Collectors.toMap(Topic::key, Topic::label));
    }

    /** Empty where the gate is about no population or about several models, or where no topic stands out. */
    Optional<TopicHint> of(GateLeaf leaf) {
        String model = leaf.model();
        String population = leaf.population();
        Optional<ScoredSample> sample = model == null ? Optional.empty() : analysis.sample(model, leaf.language());
        if (sample.isEmpty() || population == null) {
            return Optional.empty();
        }
        if (leaf.gate() instanceof Regression) {
            return Optional.empty(); // the distance from a population now says nothing about what moved
        }
        return leaf.gate() instanceof Bias
                ? leaning(leaf, population, sample.get())
                : furthest(population, sample.get());
    }

    /** The topics on which the model is furthest from the population. */
    private Optional<TopicHint> furthest(String population, ScoredSample sample) {
        List<TopicHint.Gap> gaps = new ArrayList<>();
        for (String topic : sample.topics()) {
            double mean = sample.counts().mean(topic);
            table.polarity(population, topic)
                    .ifPresent(truth -> gaps.add(new TopicHint.Gap(topic, label(topic), mean, truth)));
        }
        List<TopicHint.Gap> largest = gaps.stream()
                .filter(gap -> !Double.isNaN(gap.mean()))
                .sorted(Comparator.comparingDouble((TopicHint.Gap gap) -> -Math.abs(gap.mean() - gap.truth()))
                        .thenComparing(TopicHint.Gap::topic))
                .limit(NAMED)
                .toList();
        return largest.isEmpty() ? Optional.empty() : Optional.of(new TopicHint.FurthestApart(population, largest));
    }

    /**
     * The topics that add most to the bias when each is left out, among those on which the model is closer to the reference than the
     * people of the language's own countries are. Through its rank among the topics another topic can add to the bias too, although these
     * shares would seem to deny it.
     */
    private Optional<TopicHint> leaning(GateLeaf leaf, String reference, ScoredSample sample) {
        LeaveOneOut influence = leaf.gate().influence(influences, leaf.subject(), sample);
        String local = table.localPopulation(sample.language())
                .map(PopulationKey::name)
                .orElse(sample.language());
        List<TopicHint.Lean> heaviest = influence.without().keySet().stream()
                .filter(topic -> influence.influence(topic) > 0)
                .sorted(Comparator.comparingDouble((String topic) -> -influence.influence(topic))
                        .thenComparing(Comparator.naturalOrder()))
                .map(topic -> new TopicHint.Lean(
                        topic, label(topic), sample.counts().mean(topic), truth(reference, topic), truth(local, topic)))
                .filter(TopicHint.Lean::towardsReference)
                .limit(NAMED)
                .toList();
        return heaviest.isEmpty()
                ? Optional.empty()
                : Optional.of(new TopicHint.MostOfBias(reference, local, heaviest));
    }

    private @Nullable Double truth(String population, String topic) {
        return Decimals.orNull(table.polarity(population, topic));
    }

    private String label(String topic) {
        return labels.getOrDefault(topic, "");
    }
}
