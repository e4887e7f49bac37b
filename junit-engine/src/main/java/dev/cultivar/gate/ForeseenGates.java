package dev.cultivar.gate;

import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.gate.EarlierSamples.Foreseen;
import dev.cultivar.gate.EarlierSamples.Found;
import dev.cultivar.gate.facts.EarlierRun;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.history.BaselineSource;
import dev.cultivar.history.Categories;
import dev.cultivar.history.CategoryDrift;
import dev.cultivar.history.CommonTopics;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.survey.Topic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which gates of a suite are settled by its earlier runs before anything is asked, because there is nothing to compare with. */
public final class ForeseenGates {

    private final RunPlan plan;
    private final EarlierSamples samples;

    public ForeseenGates(RunPlan plan, BaselineSource baselines) {
        this.plan = plan;
        samples = new EarlierSamples(plan, baselines);
    }

    /** The gates that cannot be decided, in their order. */
    public Map<GateLeaf, Foreseen> foreseen(List<GateLeaf> leaves) {
        Map<GateLeaf, Foreseen> foreseen = new LinkedHashMap<>();
        leaves.forEach(leaf -> foreseen(leaf).ifPresent(why -> foreseen.put(leaf, why)));
        return foreseen;
    }

    private Optional<Foreseen> foreseen(GateLeaf leaf) {
        Optional<EarlierRun> earlier = leaf.gate().earlier(leaf.subject());
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        EarlierSamples.Search search = samples.find(earlier.get(), leaf.language());
        if (search instanceof Foreseen foreseen) {
            return Optional.of(foreseen);
        }
        return tooLittle(leaf.gate(), common(leaf.language(), (Found) search).topics())
                .or(() -> leaf.gate() instanceof Regression regression
                        ? regression
                                .change(leaf.subject(), plan.settings().estimand())
                                .refused()
                        : Optional.empty())
                .map(Foreseen::red);
    }

    private Optional<Obstacle> tooLittle(Gate gate, Set<String> topics) {
        if (gate instanceof Drift) {
            boolean any = Categories.of(plan).values().stream()
                    .anyMatch(category ->
                            category.stream().filter(topics::contains).count() >= CategoryDrift.LEAST_TOPICS);
            return any ? Optional.empty() : Optional.of(new Obstacle.NoCategory(CategoryDrift.LEAST_TOPICS));
        }
        return topics.size() < Estimate.LEAST_TOPICS
                ? Optional.of(new Obstacle.FewCommonTopics(topics.size(), Estimate.LEAST_TOPICS))
                : Optional.empty();
    }

    /** Topics that a gate cannot compare, because only one of the two runs asks about them or because the two ask in different words. */
    public List<Note.LeftOut> leftOut(GateLeaf leaf) {
        return leaf.gate()
                .earlier(leaf.subject())
                .map(earlier -> samples.find(earlier, leaf.language()))
                .filter(Found.class::isInstance)
                .map(found -> common(leaf.language(), (Found) found).leftOut())
                .orElse(List.of());
    }

    private CommonTopics common(String language, Found found) {
        return samples.common(language, plan.topics().stream().map(Topic::key).toList(), found);
    }
}
